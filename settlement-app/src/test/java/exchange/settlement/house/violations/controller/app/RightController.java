package exchange.settlement.house.violations.controller.app;

import org.springframework.http.ResponseEntity;

/** Controllers answer. */
interface RightController {

    ResponseEntity<?> uses();
}
