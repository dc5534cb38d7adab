package exchange.settlement.house.violations.foreign.domain.process;

import exchange.settlement.house.violations.foreign.domain.seller.SellerCommand;

/** Processes send every feature's commands. */
interface Right {

    SellerCommand.Sell uses();
}
