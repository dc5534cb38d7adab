package exchange.settlement.domain.order;

import exchange.settlement.domain.EventType;
import exchange.settlement.domain.Money;
import exchange.settlement.domain.SettlementEvent;
import exchange.settlement.domain.TextId;
import exchange.settlement.domain.policy.Figures;
import exchange.settlement.domain.policy.SettlementTerms;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to an order. Written by {@link Order} only. */
public sealed interface OrderEvent extends SettlementEvent {

    /** The order it happened to. */
    OrderId order();

    @Override
    default OrderId aggregate() {
        return order();
    }

    @Override
    default Optional<UUID> trade() {
        return Optional.of(order().value());
    }

    /** After this event the order does not change any more, and no money of it is on its way. */
    sealed interface AtRest extends OrderEvent {

        /** Who had traded. */
        Parties parties();
    }

    /** Placed; everything agreed is in the contract. */
    @EventType("order.placed")
    record OrderPlaced(Contract contract, Instant confirmBy, Instant at) implements OrderEvent {

        @Override
        public OrderId order() {
            return contract.order();
        }
    }

    /** The provider agreed (the trade counts as SIGNED). */
    @EventType("order.confirmed")
    record OrderConfirmed(OrderId order, Instant fundBy, Instant at) implements OrderEvent {}

    /** The provider declined. */
    @EventType("order.rejected")
    record OrderRejected(OrderId order, Parties parties, @Nullable TextId reason, Instant at) implements AtRest {}

    /** Called off before any money moved. */
    @EventType("order.cancelled")
    record OrderCancelled(OrderId order, Parties parties, @Nullable TextId reason, Instant at) implements AtRest {}

    /** A deadline passed before any money moved. */
    @EventType("order.expired")
    record OrderExpired(OrderId order, Parties parties, Deadline deadline, Instant due, Instant at) implements AtRest {}

    /** The price is asked of the buyer's account; the escrow opens with these terms. */
    @EventType("order.funding-started")
    record OrderFundingStarted(OrderId order, Parties parties, SettlementTerms terms, Instant at) implements OrderEvent {}

    /** The account could not pay; the order is confirmed as before, and its deadline runs on. */
    @EventType("order.funding-refused")
    record OrderFundingRefused(OrderId order, String code, Instant fundBy, Instant at) implements OrderEvent {}

    /** The price is in escrow (or there is nothing to pay). */
    @EventType("order.funded")
    record OrderFunded(OrderId order, Instant deliverBy, Instant at) implements OrderEvent {}

    /** The provider delivered. */
    @EventType("order.delivered")
    record OrderDelivered(OrderId order, List<Evidence> evidence, Instant inspectBy, Instant at) implements OrderEvent {}

    /** Accepted; the price is to be released. */
    @EventType("order.accepted")
    record OrderAccepted(OrderId order, Acceptance by, Money release, Instant at) implements OrderEvent {}

    /** One side objected; nothing is released until an award. */
    @EventType("order.disputed")
    record OrderDisputed(OrderId order, @Nullable TextId reason, Instant at) implements OrderEvent {}

    /** The dispute is decided; both parts are on their way. */
    @EventType("order.awarded")
    record OrderAwarded(OrderId order, Money toProvider, Money toBuyer, @Nullable TextId reason,
            Instant at) implements OrderEvent {}

    /** The whole price is on its way back to the buyer. */
    @EventType("order.refund-started")
    record OrderRefundStarted(OrderId order, RefundCause cause, Money refund, @Nullable TextId reason,
            Instant at) implements OrderEvent {}

    /** Of two parts under way, the provider's has arrived. */
    @EventType("order.part-released")
    record OrderPartReleased(OrderId order, Figures released, Instant at) implements OrderEvent {}

    /** Of two parts under way, the buyer's has arrived. */
    @EventType("order.part-refunded")
    record OrderPartRefunded(OrderId order, Money refunded, Instant at) implements OrderEvent {}

    /** Everything has arrived; the provider got what was released. */
    @EventType("order.settled")
    record OrderSettled(OrderId order, Parties parties, Figures settled, Money refunded, Instant at) implements AtRest {}

    /** Everything has gone back to the buyer. */
    @EventType("order.refunded")
    record OrderRefunded(OrderId order, Parties parties, Money refunded, Instant at) implements AtRest {}

    /** How an order came to be accepted. */
    enum Acceptance {
        /** The buyer said so. */
        BUYER,
        /** The inspection period ended without a word. */
        SILENCE
    }

    /** Why a whole price goes back. */
    enum RefundCause {
        /** The provider gave it back. */
        AGREED,
        /** It was not delivered in time. */
        NOT_DELIVERED
    }
}
