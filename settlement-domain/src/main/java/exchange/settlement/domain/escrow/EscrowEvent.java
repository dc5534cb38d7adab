package exchange.settlement.domain.escrow;

import exchange.settlement.domain.EventType;
import exchange.settlement.domain.Money;
import exchange.settlement.domain.SettlementEvent;
import exchange.settlement.domain.order.OrderId;
import exchange.settlement.domain.order.Parties;
import exchange.settlement.domain.policy.Figures;
import exchange.settlement.domain.policy.SettlementTerms;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What happens to an escrow. Written by {@link Escrow} only. */
public sealed interface EscrowEvent extends SettlementEvent {

    /** The order whose money it is. */
    OrderId order();

    @Override
    default EscrowId aggregate() {
        return EscrowId.of(order());
    }

    @Override
    default Optional<UUID> trade() {
        return Optional.of(order().value());
    }

    /** The escrow exists and holds nothing yet. */
    @EventType("escrow.opened")
    record EscrowOpened(OrderId order, Parties parties, SettlementTerms terms, Instant at) implements EscrowEvent {}

    /** The price came in from {@code clearing/{order}}. */
    @EventType("escrow.funded")
    record EscrowFunded(OrderId order, Money amount, Instant at) implements EscrowEvent {}

    /** A part went out to {@code clearing/{order}}, for provider and exchange. */
    @EventType("escrow.released")
    record EscrowReleased(OrderId order, Parties parties, Figures part, Instant at) implements EscrowEvent {}

    /** A part went out to {@code clearing/{order}}, for the buyer. */
    @EventType("escrow.refunded")
    record EscrowRefunded(OrderId order, Parties parties, Money amount, Instant at) implements EscrowEvent {}

    /** The escrow holds nothing and is done. */
    @EventType("escrow.closed")
    record EscrowClosed(OrderId order, Instant at) implements EscrowEvent {}
}
