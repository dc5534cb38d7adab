package exchange.settlement.house.violations.dispatch.projections;

import exchange.settlement.house.violations.dispatch.domain.shop.ShopCommand;

/** Projections make no commands. */
interface WrongAsker {

    ShopCommand uses();
}
