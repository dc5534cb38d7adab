package exchange.settlement.domain.escrow;

import exchange.settlement.domain.Money;
import exchange.settlement.domain.escrow.EscrowCommand.CloseEscrow;
import exchange.settlement.domain.escrow.EscrowCommand.FundEscrow;
import exchange.settlement.domain.escrow.EscrowCommand.OpenEscrow;
import exchange.settlement.domain.escrow.EscrowCommand.RefundEscrow;
import exchange.settlement.domain.escrow.EscrowCommand.ReleaseEscrow;
import exchange.settlement.domain.escrow.EscrowEvent.EscrowClosed;
import exchange.settlement.domain.escrow.EscrowEvent.EscrowFunded;
import exchange.settlement.domain.escrow.EscrowEvent.EscrowOpened;
import exchange.settlement.domain.escrow.EscrowEvent.EscrowRefunded;
import exchange.settlement.domain.escrow.EscrowEvent.EscrowReleased;
import exchange.settlement.domain.escrow.EscrowState.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides what a command does to an escrow: it never lets out more than it holds. */
public final class EscrowDecision {

    private EscrowDecision() {}

    /** The events that a command causes; empty when a repeated step has nothing left to do. */
    public static List<EscrowEvent> decide(@Nullable EscrowState state, EscrowCommand command) {
        return switch (command) {
            case OpenEscrow c -> state == null
                    ? List.of(new EscrowOpened(c.order(), c.parties(), c.terms(), c.at()))
                    : List.of();
            case FundEscrow c -> funded(EscrowState.existing(state), c);
            case ReleaseEscrow c -> released(EscrowState.existing(state), c);
            case RefundEscrow c -> refunded(EscrowState.existing(state), c);
            case CloseEscrow c -> closed(state, c);
        };
    }

    private static List<EscrowEvent> funded(EscrowState escrow, FundEscrow c) {
        if (escrow.status() != Status.OPEN) {
            throw EscrowRejection.wrongStatus(escrow, "funded").asException();
        }
        if (!escrow.terms().gross().equals(c.amount())) {
            throw EscrowRejection.notThePrice(escrow, c.amount()).asException();
        }
        return List.of(new EscrowFunded(c.order(), c.amount(), c.at()));
    }

    private static List<EscrowEvent> released(EscrowState escrow, ReleaseEscrow c) {
        mayLeave(escrow, c.gross());
        var part = escrow.terms().part(escrow.released(), c.gross());
        return closingWhenEmpty(escrow, new EscrowReleased(c.order(), escrow.parties(), part, c.at()));
    }

    private static List<EscrowEvent> refunded(EscrowState escrow, RefundEscrow c) {
        mayLeave(escrow, c.amount());
        return closingWhenEmpty(escrow, new EscrowRefunded(c.order(), escrow.parties(), c.amount(), c.at()));
    }

    private static List<EscrowEvent> closed(@Nullable EscrowState escrow, CloseEscrow c) {
        // An order that ends unfunded has an escrow only if somebody tried to fund it.
        if (escrow == null || escrow.status() == Status.CLOSED) {
            return List.of();
        }
        if (!escrow.held().isZero()) {
            throw EscrowRejection.wrongStatus(escrow, "closed while it holds " + escrow.held()).asException();
        }
        return List.of(new EscrowClosed(c.order(), c.at()));
    }

    private static List<EscrowEvent> closingWhenEmpty(EscrowState escrow, EscrowEvent leaving) {
        return EscrowState.after(escrow, leaving).held().isZero()
                ? List.of(leaving, new EscrowClosed(leaving.order(), leaving.at()))
                : List.of(leaving);
    }

    private static void mayLeave(EscrowState escrow, Money amount) {
        if (escrow.status() != Status.FUNDED) {
            throw EscrowRejection.wrongStatus(escrow, "paid out").asException();
        }
        if (!amount.isPositive() || amount.compareTo(escrow.held()) > 0) {
            throw EscrowRejection.exceedsHeld(escrow, amount).asException();
        }
    }
}
