package exchange.settlement.house.violations.foreign.domain.buyer;

import exchange.settlement.house.violations.foreign.domain.seller.Seller;

/** Features do not hold one another's aggregates. */
interface WrongOwner {

    Seller uses();
}
