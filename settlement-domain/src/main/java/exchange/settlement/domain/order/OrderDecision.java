package exchange.settlement.domain.order;

import exchange.settlement.domain.Command;
import exchange.settlement.domain.Witness;
import exchange.settlement.domain.member.Mandate;
import exchange.settlement.domain.member.MemberId;
import exchange.settlement.domain.member.MemberState;
import exchange.settlement.domain.order.OrderCommand.AcceptOrder;
import exchange.settlement.domain.order.OrderCommand.AwardOrder;
import exchange.settlement.domain.order.OrderCommand.ByClient;
import exchange.settlement.domain.order.OrderCommand.CancelOrder;
import exchange.settlement.domain.order.OrderCommand.ConfirmOrder;
import exchange.settlement.domain.order.OrderCommand.DeliverOrder;
import exchange.settlement.domain.order.OrderCommand.DisputeOrder;
import exchange.settlement.domain.order.OrderCommand.ExpireOrder;
import exchange.settlement.domain.order.OrderCommand.FundOrder;
import exchange.settlement.domain.order.OrderCommand.NoteFunded;
import exchange.settlement.domain.order.OrderCommand.NoteRefunded;
import exchange.settlement.domain.order.OrderCommand.NoteReleased;
import exchange.settlement.domain.order.OrderCommand.PlaceOrder;
import exchange.settlement.domain.order.OrderCommand.RefundOrder;
import exchange.settlement.domain.order.OrderCommand.RefuseFunding;
import exchange.settlement.domain.order.OrderCommand.RejectOrder;
import exchange.settlement.domain.order.OrderEvent.Acceptance;
import exchange.settlement.domain.order.OrderEvent.OrderAccepted;
import exchange.settlement.domain.order.OrderEvent.OrderAwarded;
import exchange.settlement.domain.order.OrderEvent.OrderCancelled;
import exchange.settlement.domain.order.OrderEvent.OrderConfirmed;
import exchange.settlement.domain.order.OrderEvent.OrderDelivered;
import exchange.settlement.domain.order.OrderEvent.OrderDisputed;
import exchange.settlement.domain.order.OrderEvent.OrderExpired;
import exchange.settlement.domain.order.OrderEvent.OrderFunded;
import exchange.settlement.domain.order.OrderEvent.OrderFundingRefused;
import exchange.settlement.domain.order.OrderEvent.OrderFundingStarted;
import exchange.settlement.domain.order.OrderEvent.OrderPartRefunded;
import exchange.settlement.domain.order.OrderEvent.OrderPartReleased;
import exchange.settlement.domain.order.OrderEvent.OrderRefundStarted;
import exchange.settlement.domain.order.OrderEvent.OrderRefunded;
import exchange.settlement.domain.order.OrderEvent.OrderRejected;
import exchange.settlement.domain.order.OrderEvent.OrderSettled;
import exchange.settlement.domain.order.OrderEvent.RefundCause;
import exchange.settlement.domain.order.OrderState.Confirmed;
import exchange.settlement.domain.order.OrderState.Delivered;
import exchange.settlement.domain.order.OrderState.Disputed;
import exchange.settlement.domain.order.OrderState.Funded;
import exchange.settlement.domain.order.OrderState.Funding;
import exchange.settlement.domain.order.OrderState.Placed;
import exchange.settlement.domain.order.OrderState.Settling;
import exchange.settlement.domain.policy.PolicyBook;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides what a command does to an order. Every race about an order is decided here and nowhere else. */
public final class OrderDecision {

    private OrderDecision() {}

    /** The events that a command causes; empty when a repeated step has nothing left to do. */
    public static List<OrderEvent> decide(@Nullable OrderState state, OrderCommand command, Witness witness,
            PolicyBook policies) {
        return switch (command) {
            case PlaceOrder c -> {
                if (state != null) {
                    throw OrderRejection.alreadyPlaced().asException();
                }
                yield OrderPlacement.decide(c, witness, policies);
            }
            case ByClient c -> {
                var order = OrderState.ownedBy(c.client(), state);
                mandated(order.contract().parties(), c, witness);
                yield List.of(byClient(order, c));
            }
            case AwardOrder c -> List.of(awarded(OrderState.existing(state), c));
            case ExpireOrder c -> expired(OrderState.existing(state), c);
            case RefuseFunding c -> OrderState.existing(state) instanceof Funding(_, var fundBy)
                    ? List.of(new OrderFundingRefused(c.order(), c.code(), fundBy, c.at()))
                    : List.of();
            case NoteFunded c -> OrderState.existing(state) instanceof Funding(var contract, _)
                    ? List.of(funded(contract, c))
                    : List.of();
            case NoteReleased c -> released(OrderState.existing(state), c);
            case NoteRefunded c -> refunded(OrderState.existing(state), c);
        };
    }

    /** A step that gives a member's money or goods away needs its mandate now; one that only stops the trade does not. */
    private static void mandated(Parties parties, ByClient command, Witness witness) {
        switch (command) {
            case FundOrder c -> member(witness, parties.buyer()).mandated(c.client(), Mandate.Scope.BUY);
            case AcceptOrder c -> member(witness, parties.buyer()).mandated(c.client(), Mandate.Scope.ACCEPT);
            case ConfirmOrder c -> member(witness, parties.provider()).mandated(c.client(), Mandate.Scope.SELL);
            case DeliverOrder c -> member(witness, parties.provider()).mandated(c.client(), Mandate.Scope.SELL);
            case RefundOrder c -> member(witness, parties.provider()).mandated(c.client(), Mandate.Scope.SELL);
            case RejectOrder _,CancelOrder _,DisputeOrder _ -> {
                // Nobody loses by these, and a member that has just revoked a mandate may want nothing more than them.
            }
        }
    }

    private static MemberState member(Witness witness, MemberId id) {
        return MemberState.existing(witness.read(id, MemberState::after));
    }

    private static OrderEvent byClient(OrderState order, ByClient command) {
        return switch (command) {
            case ConfirmOrder c -> {
                var placed = in(Placed.class, order, c, "confirmed", "PLACED");
                yield new OrderConfirmed(c.order(), c.at().plus(placed.contract().deadlines().fundWithin()), c.at());
            }
            case RejectOrder c -> new OrderRejected(c.order(),
                    in(Placed.class, order, c, "rejected", "PLACED").contract().parties(), c.reason(), c.at());
            case CancelOrder c -> cancelled(order, c);
            case FundOrder c -> {
                var contract = in(Confirmed.class, order, c, "funded", "CONFIRMED").contract();
                yield contract.free()
                        ? funded(contract, c)
                        : new OrderFundingStarted(c.order(), contract.parties(), contract.terms(), c.at());
            }
            case DeliverOrder c -> {
                var contract = in(Funded.class, order, c, "delivered", "FUNDED").contract();
                yield new OrderDelivered(c.order(), c.evidence(), c.at().plus(contract.deadlines().inspectWithin()), c.at());
            }
            case AcceptOrder c -> new OrderAccepted(c.order(), Acceptance.BUYER,
                    in(Delivered.class, order, c, "accepted", "DELIVERED").contract().gross(), c.at());
            case DisputeOrder c -> {
                in(Delivered.class, order, c, "disputed", "DELIVERED");
                yield new OrderDisputed(c.order(), c.reason(), c.at());
            }
            case RefundOrder c -> refundStarted(order, c);
        };
    }

    private static OrderEvent cancelled(OrderState order, CancelOrder c) {
        if (!(order instanceof Placed)) {
            in(Confirmed.class, order, c, "cancelled", "PLACED or CONFIRMED");
        }
        beforeDue(order, c);
        return new OrderCancelled(c.order(), order.contract().parties(), c.reason(), c.at());
    }

    private static OrderEvent refundStarted(OrderState order, RefundOrder c) {
        if (!(order instanceof Funded) && !(order instanceof Delivered)) {
            in(Disputed.class, order, c, "refunded", "FUNDED, DELIVERED or DISPUTED");
        }
        beforeDue(order, c);
        return new OrderRefundStarted(c.order(), RefundCause.AGREED, order.contract().gross(), c.reason(), c.at());
    }

    private static OrderEvent awarded(OrderState order, AwardOrder c) {
        var contract = in(Disputed.class, order, c, "awarded", "DISPUTED").contract();
        var currency = contract.parties().currency();
        if (!c.toProvider().currency().equals(currency) || !c.toBuyer().currency().equals(currency)
                || c.toProvider().isNegative() || c.toBuyer().isNegative()
                || !contract.gross().minus(c.toProvider()).equals(c.toBuyer())) {
            throw OrderRejection.awardDoesNotSum(contract.gross()).asException();
        }
        return new OrderAwarded(c.order(), c.toProvider(), c.toBuyer(), c.reason(), c.at());
    }

    private static List<OrderEvent> expired(OrderState order, ExpireOrder c) {
        var due = order.due();
        // Only the order knows whether the deadline still runs: it may have moved on, or be moving money.
        if (due.isEmpty() || c.at().isBefore(due.get().at())) {
            return List.of();
        }
        var contract = order.contract();
        return List.of(switch (due.get().deadline()) {
            case CONFIRM, FUND -> new OrderExpired(c.order(), contract.parties(), due.get().deadline(), due.get().at(), c.at());
            case DELIVER -> new OrderRefundStarted(c.order(), RefundCause.NOT_DELIVERED, contract.gross(), null, c.at());
            case INSPECT -> new OrderAccepted(c.order(), Acceptance.SILENCE, contract.gross(), c.at());
        });
    }

    private static List<OrderEvent> released(OrderState order, NoteReleased c) {
        if (!(order instanceof Settling settling) || !settling.toRelease().equals(c.released().gross())
                || settling.released() != null) {
            return List.of();
        }
        return List.of(settling.toRefund().isPositive()
                ? new OrderPartReleased(c.order(), c.released(), c.at())
                : new OrderSettled(c.order(), settling.contract().parties(), c.released(), settling.refunded(), c.at()));
    }

    private static List<OrderEvent> refunded(OrderState order, NoteRefunded c) {
        if (!(order instanceof Settling settling) || !settling.toRefund().equals(c.refunded())
                || settling.refunded().isPositive()) {
            return List.of();
        }
        var parties = settling.contract().parties();
        if (settling.toRelease().isPositive()) {
            return List.of(new OrderPartRefunded(c.order(), c.refunded(), c.at()));
        }
        var released = settling.released();
        return List.of(released == null
                ? new OrderRefunded(c.order(), parties, c.refunded(), c.at())
                : new OrderSettled(c.order(), parties, released, c.refunded(), c.at()));
    }

    private static OrderEvent funded(Contract contract, OrderCommand c) {
        return new OrderFunded(c.order(), c.at().plus(contract.deadlines().deliverWithin()), c.at());
    }

    /** The order in the situation that the command needs, or the refusal that fits best. */
    private static <S extends OrderState> S in(Class<S> situation, OrderState order, Command c, String act, String when) {
        if (order instanceof Funding || order instanceof Settling) {
            throw OrderRejection.inProgress(order).asException();
        }
        if (!situation.isInstance(order)) {
            throw OrderRejection.wrongStatus(order, act, when).asException();
        }
        beforeDue(order, c);
        return situation.cast(order);
    }

    /** From the due instant on a step is late, even while the expiry is not yet recorded. */
    private static void beforeDue(OrderState order, Command c) {
        order.due().filter(due -> !c.at().isBefore(due.at())).ifPresent(due -> {
            throw OrderRejection.deadlinePassed(due).asException();
        });
    }
}
