package exchange.settlement.house.violations.controller.app;

import exchange.settlement.house.violations.controller.domain.ShopDecision;

/** Controllers take no decisions. */
interface WrongDecidingController {

    ShopDecision uses();
}
