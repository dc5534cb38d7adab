package exchange.settlement.house.violations.foreign.domain.buyer;

import exchange.settlement.house.violations.foreign.domain.seller.SellerEvent;

/** Features know one another's events. */
interface Right {

    SellerEvent uses();
}
