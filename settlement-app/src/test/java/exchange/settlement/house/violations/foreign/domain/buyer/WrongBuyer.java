package exchange.settlement.house.violations.foreign.domain.buyer;

import exchange.settlement.house.violations.foreign.domain.seller.SellerCommand;

/** Features do not send one another's commands. */
interface WrongBuyer {

    SellerCommand.Sell uses();
}
