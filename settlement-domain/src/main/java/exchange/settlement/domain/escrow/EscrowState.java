package exchange.settlement.domain.escrow;

import exchange.settlement.domain.Money;
import exchange.settlement.domain.Rejection;
import exchange.settlement.domain.escrow.EscrowEvent.EscrowClosed;
import exchange.settlement.domain.escrow.EscrowEvent.EscrowFunded;
import exchange.settlement.domain.escrow.EscrowEvent.EscrowOpened;
import exchange.settlement.domain.escrow.EscrowEvent.EscrowRefunded;
import exchange.settlement.domain.escrow.EscrowEvent.EscrowReleased;
import exchange.settlement.domain.order.OrderId;
import exchange.settlement.domain.order.Parties;
import exchange.settlement.domain.policy.SettlementTerms;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An escrow as its events tell it. Always: funded = released + refunded + held.
 *
 * @param order    the order whose money it is
 * @param parties  who trades
 * @param terms    how a release divides
 * @param status   where it stands
 * @param funded   what came in
 * @param released what went out to provider and exchange, gross
 * @param refunded what went back to the buyer
 */
public record EscrowState(OrderId order, Parties parties, SettlementTerms terms, Status status, Money funded, Money released,
        Money refunded) {

    /** Where an escrow stands. */
    public enum Status {
        OPEN, FUNDED, CLOSED
    }

    /** The escrow after one more event. */
    public static EscrowState after(@Nullable EscrowState before, EscrowEvent event) {
        if (event instanceof EscrowOpened e) {
            var nothing = Money.zero(e.parties().currency());
            return new EscrowState(e.order(), e.parties(), e.terms(), Status.OPEN, nothing, nothing, nothing);
        }
        var now = Objects.requireNonNull(before, "an escrow begins by being opened");
        return switch (event) {
            case EscrowOpened _ -> throw new IllegalStateException("handled above");
            case EscrowFunded e -> now.with(Status.FUNDED, now.funded.plus(e.amount()), now.released, now.refunded);
            case EscrowReleased e -> now.with(now.status, now.funded, now.released.plus(e.part().gross()), now.refunded);
            case EscrowRefunded e -> now.with(now.status, now.funded, now.released, now.refunded.plus(e.amount()));
            case EscrowClosed _ -> now.with(Status.CLOSED, now.funded, now.released, now.refunded);
        };
    }

    /** What it holds now. */
    public Money held() {
        return funded.minus(released).minus(refunded);
    }

    /** The escrow, or the refusal that it does not exist. */
    public static EscrowState existing(@Nullable EscrowState escrow) {
        if (escrow == null) {
            throw Rejection.notFound("The escrow").asException();
        }
        return escrow;
    }

    private EscrowState with(Status status, Money funded, Money released, Money refunded) {
        return new EscrowState(order, parties, terms, status, funded, released, refunded);
    }
}
