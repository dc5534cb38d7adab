package exchange.settlement.domain.order;

import exchange.settlement.domain.ClientId;
import exchange.settlement.domain.Money;
import exchange.settlement.domain.Rejection;
import exchange.settlement.domain.order.OrderEvent.AtRest;
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
import exchange.settlement.domain.order.OrderEvent.OrderPlaced;
import exchange.settlement.domain.order.OrderEvent.OrderRefundStarted;
import exchange.settlement.domain.order.OrderEvent.OrderRefunded;
import exchange.settlement.domain.order.OrderEvent.OrderRejected;
import exchange.settlement.domain.order.OrderEvent.OrderSettled;
import exchange.settlement.domain.policy.Figures;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An order as its events tell it: one type per situation, so that each holds only what is true in it. */
public sealed interface OrderState {

    /** What was agreed. */
    Contract contract();

    /** The word for the situation, as the API says it. */
    OrderStatus status();

    /** The deadline that runs now, if one does. */
    default Optional<Due> due() {
        return Optional.empty();
    }

    /**
     * A running deadline.
     *
     * @param deadline which of the four
     * @param at       from this instant on it is too late
     */
    record Due(Deadline deadline, Instant at) {}

    /** Waits for the provider. */
    record Placed(Contract contract, Instant confirmBy) implements OrderState {
        @Override
        public OrderStatus status() {
            return OrderStatus.PLACED;
        }

        @Override
        public Optional<Due> due() {
            return Optional.of(new Due(Deadline.CONFIRM, confirmBy));
        }
    }

    /** Waits for the buyer's money. */
    record Confirmed(Contract contract, Instant fundBy) implements OrderState {
        @Override
        public OrderStatus status() {
            return OrderStatus.CONFIRMED;
        }

        @Override
        public Optional<Due> due() {
            return Optional.of(new Due(Deadline.FUND, fundBy));
        }
    }

    /** The money is being moved: nothing else may happen, and the deadline waits. */
    record Funding(Contract contract, Instant fundBy) implements OrderState {
        @Override
        public OrderStatus status() {
            return OrderStatus.FUNDING;
        }
    }

    /** Waits for the delivery. */
    record Funded(Contract contract, Instant deliverBy) implements OrderState {
        @Override
        public OrderStatus status() {
            return OrderStatus.FUNDED;
        }

        @Override
        public Optional<Due> due() {
            return Optional.of(new Due(Deadline.DELIVER, deliverBy));
        }
    }

    /** Waits for the buyer to inspect. */
    record Delivered(Contract contract, Instant inspectBy) implements OrderState {
        @Override
        public OrderStatus status() {
            return OrderStatus.DELIVERED;
        }

        @Override
        public Optional<Due> due() {
            return Optional.of(new Due(Deadline.INSPECT, inspectBy));
        }
    }

    /** Waits for an award. */
    record Disputed(Contract contract) implements OrderState {
        @Override
        public OrderStatus status() {
            return OrderStatus.DISPUTED;
        }
    }

    /**
     * The escrow is being distributed: nothing else may happen.
     *
     * @param contract  what was agreed
     * @param status    ACCEPTED, or why the money goes back
     * @param toRelease the part for provider and exchange that has not arrived yet
     * @param toRefund  the part for the buyer that has not arrived yet
     * @param released  how the arrived part divided, once it has
     * @param refunded  what has gone back
     */
    record Settling(Contract contract, OrderStatus status, Money toRelease, Money toRefund, @Nullable Figures released,
            Money refunded) implements OrderState {}

    /**
     * At rest.
     *
     * @param contract what was agreed
     * @param status   how it ended
     * @param settled  what was settled, if anything was
     * @param refunded what went back to the buyer
     */
    record Ended(Contract contract, OrderStatus status, @Nullable Figures settled, Money refunded) implements OrderState {}

    /** The order after one more event. */
    static OrderState after(@Nullable OrderState before, OrderEvent event) {
        if (event instanceof OrderPlaced e) {
            return new Placed(e.contract(), e.confirmBy());
        }
        var now = Objects.requireNonNull(before, "an order begins by being placed");
        var contract = now.contract();
        var nothing = Money.zero(contract.parties().currency());
        return switch (event) {
            case OrderPlaced _ -> throw new IllegalStateException("handled above");
            case OrderConfirmed e -> new Confirmed(contract, e.fundBy());
            case OrderFundingStarted _ -> new Funding(contract, ((Confirmed) now).fundBy());
            case OrderFundingRefused e -> new Confirmed(contract, e.fundBy());
            case OrderFunded e -> new Funded(contract, e.deliverBy());
            case OrderDelivered e -> new Delivered(contract, e.inspectBy());
            case OrderDisputed _ -> new Disputed(contract);
            case OrderAccepted e -> new Settling(contract, OrderStatus.ACCEPTED, e.release(), nothing, null, nothing);
            case OrderAwarded e -> new Settling(contract, OrderStatus.ACCEPTED, e.toProvider(), e.toBuyer(), null, nothing);
            case OrderRefundStarted e -> new Settling(contract, switch (e.cause()) {
                case AGREED -> OrderStatus.CANCELLED;
                case NOT_DELIVERED -> OrderStatus.EXPIRED;
            }, nothing, e.refund(), null, nothing);
            case OrderPartReleased e -> {
                var settling = (Settling) now;
                yield new Settling(contract, settling.status, nothing, settling.toRefund, e.released(), settling.refunded);
            }
            case OrderPartRefunded e -> {
                var settling = (Settling) now;
                yield new Settling(contract, settling.status, settling.toRelease, nothing, settling.released, e.refunded());
            }
            case AtRest e -> ended(contract, e, nothing);
        };
    }

    private static Ended ended(Contract contract, AtRest event, Money nothing) {
        return switch (event) {
            case OrderRejected _ -> new Ended(contract, OrderStatus.REJECTED, null, nothing);
            case OrderCancelled _ -> new Ended(contract, OrderStatus.CANCELLED, null, nothing);
            case OrderExpired _ -> new Ended(contract, OrderStatus.EXPIRED, null, nothing);
            case OrderSettled e -> new Ended(contract, OrderStatus.SETTLED, e.settled(), e.refunded());
            case OrderRefunded e -> new Ended(contract, OrderStatus.REFUNDED, null, e.refunded());
        };
    }

    /** The order, or the refusal that it does not exist. */
    static OrderState existing(@Nullable OrderState order) {
        if (order == null) {
            throw Rejection.notFound("The order").asException();
        }
        return order;
    }

    /** The order, if it belongs to the client; otherwise, as far as the client can tell, there is none. */
    static OrderState ownedBy(ClientId client, @Nullable OrderState order) {
        var found = existing(order);
        return existing(found.contract().client().equals(client) ? found : null);
    }
}
