package exchange.settlement.house.violations.foreign.domain.buyer;

import exchange.settlement.house.violations.foreign.domain.seller.SellerDecision;

/** Features do not take one another's decisions. */
interface WrongJudge {

    SellerDecision uses();
}
