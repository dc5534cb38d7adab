package exchange.settlement.domain.order;

import exchange.settlement.domain.ClientId;
import exchange.settlement.domain.Command;
import exchange.settlement.domain.Money;
import exchange.settlement.domain.TextId;
import exchange.settlement.domain.listing.ListingId;
import exchange.settlement.domain.member.MemberId;
import exchange.settlement.domain.policy.Figures;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of an order. */
public sealed interface OrderCommand extends Command {

    /** The order that is asked. */
    OrderId order();

    @Override
    default OrderId target() {
        return order();
    }

    /** A step of the marketplace that the order belongs to; to every other client the order does not exist. */
    sealed interface ByClient extends OrderCommand {

        /** The client that asks. */
        ClientId client();
    }

    /** A marketplace orders a version of a listing for a buyer that mandated it. */
    record PlaceOrder(OrderId order, ClientId client, ListingId listing, int listingVersion, MemberId buyer, String reference,
            DeadlineTerms deadlines, Instant at) implements OrderCommand {}

    /** The provider agrees to deliver. */
    record ConfirmOrder(OrderId order, ClientId client, Instant at) implements ByClient {}

    /** The provider declines. */
    record RejectOrder(OrderId order, ClientId client, @Nullable TextId reason, Instant at) implements ByClient {}

    /** Called off before any money moved. */
    record CancelOrder(OrderId order, ClientId client, @Nullable TextId reason, Instant at) implements ByClient {}

    /** The buyer puts the price into escrow. */
    record FundOrder(OrderId order, ClientId client, Instant at) implements ByClient {}

    /** The provider has delivered, with evidence. */
    record DeliverOrder(OrderId order, ClientId client, List<Evidence> evidence, Instant at) implements ByClient {}

    /** The buyer accepts what was delivered. */
    record AcceptOrder(OrderId order, ClientId client, Instant at) implements ByClient {}

    /** Either side objects before acceptance. */
    record DisputeOrder(OrderId order, ClientId client, @Nullable TextId reason, Instant at) implements ByClient {}

    /** The provider gives the whole price back before acceptance. */
    record RefundOrder(OrderId order, ClientId client, @Nullable TextId reason, Instant at) implements ByClient {}

    /** A second person decides a dispute: what the provider gets, and what goes back; together the whole price. */
    record AwardOrder(OrderId order, Money toProvider, Money toBuyer, @Nullable TextId reason,
            Instant at) implements OrderCommand {}

    /** The deadline poller asks whether a due deadline still stands. */
    record ExpireOrder(OrderId order, Instant at) implements OrderCommand {}

    /** A process tells that the buyer's account could not reserve the price. */
    record RefuseFunding(OrderId order, String code, Instant at) implements OrderCommand {}

    /** A process tells that the price is in escrow. */
    record NoteFunded(OrderId order, Instant at) implements OrderCommand {}

    /** A process tells that a released part has reached provider and exchange. */
    record NoteReleased(OrderId order, Figures released, Instant at) implements OrderCommand {}

    /** A process tells that a refunded part has reached the buyer. */
    record NoteRefunded(OrderId order, Money refunded, Instant at) implements OrderCommand {}
}
