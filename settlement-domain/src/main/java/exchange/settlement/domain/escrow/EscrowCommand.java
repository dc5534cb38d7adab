package exchange.settlement.domain.escrow;

import exchange.settlement.domain.Command;
import exchange.settlement.domain.Money;
import exchange.settlement.domain.order.OrderId;
import exchange.settlement.domain.order.Parties;
import exchange.settlement.domain.policy.SettlementTerms;
import java.time.Instant;

/** What can be asked of an escrow. All of it is asked by processes, so every step may be repeated. */
public sealed interface EscrowCommand extends Command {

    /** The order whose money it is. */
    OrderId order();

    @Override
    default EscrowId target() {
        return EscrowId.of(order());
    }

    /** Opens the escrow, empty, with the terms by which it will divide what it releases. */
    record OpenEscrow(OrderId order, Parties parties, SettlementTerms terms, Instant at) implements EscrowCommand {}

    /** Takes in what the buyer's account has spent from a reservation. */
    record FundEscrow(OrderId order, Money amount, Instant at) implements EscrowCommand {}

    /** Lets a part go to provider and exchange. */
    record ReleaseEscrow(OrderId order, Money gross, Instant at) implements EscrowCommand {}

    /** Gives a part back to the buyer. */
    record RefundEscrow(OrderId order, Money amount, Instant at) implements EscrowCommand {}

    /** Closes an escrow that holds nothing and will get nothing. */
    record CloseEscrow(OrderId order, Instant at) implements EscrowCommand {}
}
