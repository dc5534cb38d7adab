package exchange.settlement.house.violations.controller.app;

import org.springframework.jdbc.core.JdbcTemplate;

/** Controllers query no database. */
interface WrongController {

    JdbcTemplate uses();
}
