package exchange.settlement.domain.simulation;

import exchange.settlement.domain.ClientId;
import exchange.settlement.domain.Command;
import exchange.settlement.domain.Money;
import exchange.settlement.domain.listing.ListingState;
import exchange.settlement.domain.member.MemberCommand.SuspendMember;
import exchange.settlement.domain.order.DeadlineTerms;
import exchange.settlement.domain.order.Evidence;
import exchange.settlement.domain.order.OrderCommand.AcceptOrder;
import exchange.settlement.domain.order.OrderCommand.AwardOrder;
import exchange.settlement.domain.order.OrderCommand.CancelOrder;
import exchange.settlement.domain.order.OrderCommand.ConfirmOrder;
import exchange.settlement.domain.order.OrderCommand.DeliverOrder;
import exchange.settlement.domain.order.OrderCommand.DisputeOrder;
import exchange.settlement.domain.order.OrderCommand.FundOrder;
import exchange.settlement.domain.order.OrderCommand.PlaceOrder;
import exchange.settlement.domain.order.OrderCommand.RefundOrder;
import exchange.settlement.domain.order.OrderCommand.RejectOrder;
import exchange.settlement.domain.order.OrderId;
import exchange.settlement.domain.order.OrderState;
import exchange.settlement.domain.proposal.ProposedAction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The marketplaces: they place orders and take them on, in good order or not. */
final class Traders {

    private static final List<Evidence> EVIDENCE = List.of(new Evidence("https://example.com/1", "0".repeat(64)));
    private static final List<Duration> PERIODS = List.of(Duration.ofHours(2), Duration.ofDays(2), Duration.ofDays(30));

    private final Market market;
    private final Shelf shelf;

    Traders(Market market, Shelf shelf) {
        this.market = market;
        this.shelf = shelf;
    }

    /** Somebody orders; sometimes what is ordered changes at that very moment. */
    void place() {
        var listings = shelf.listings();
        if (listings.isEmpty()) {
            return;
        }
        var live = listings.stream().filter(l -> l.status() == ListingState.Status.LIVE).toList();
        var listing = market.pick(live.isEmpty() || market.oneIn(10) ? listings : live);
        var buyer = market.oneIn(20) ? World.PROVIDER : market.pick(World.BUYERS);
        if (market.oneIn(5)) {
            var between = market.oneIn(3) ? new SuspendMember(buyer.id(), null, now()) : shelf.changeOf(listing);
            market.history().interruptNextDecision(() -> market.send(between));
        }
        int version = listing.termsVersion() - (market.oneIn(12) ? 1 : 0);
        market.send(new PlaceOrder(new OrderId(market.newId()), client(), listing.id(), version, buyer.id(), "PO",
                new DeadlineTerms(period(), period(), period(), market.oneIn(25) ? Duration.ZERO : period()), now()));
    }

    /** What the parties of some order would do now. */
    void nextStep() {
        running().ifPresent(order -> {
            var contract = order.contract();
            var id = contract.order();
            boolean unusual = market.oneIn(5);
            market.send(switch (order.status()) {
                case PLACED ->
                    unusual ? new RejectOrder(id, client(), market.text(), now()) : new ConfirmOrder(id, client(), now());
                case CONFIRMED -> market.oneIn(10)
                        ? new CancelOrder(id, client(), market.text(), now())
                        : new FundOrder(id, client(), now());
                case FUNDED -> unusual && market.oneIn(2)
                        ? new RefundOrder(id, client(), market.text(), now())
                        : new DeliverOrder(id, client(), EVIDENCE, now());
                case DELIVERED -> unusual || market.oneIn(4)
                        ? new DisputeOrder(id, client(), market.text(), now())
                        : new AcceptOrder(id, client(), now());
                case DISPUTED -> unusual
                        ? new RefundOrder(id, client(), market.text(), now())
                        : market.oneIn(2) ? award(id, contract.gross()) : market.pairs().ask(action(id, contract.gross()));
                default -> impatient(id);
            });
        });
    }

    /** Any step of any order, at any time. */
    void anyStep() {
        var orders = market.history().mirror().all(OrderState.class);
        if (!orders.isEmpty()) {
            var contract = market.pick(orders).contract();
            market.send(market.oneIn(6) ? award(contract.order(), contract.gross()) : impatient(contract.order()));
        }
    }

    private Optional<OrderState> running() {
        var orders = market.history().mirror().all(OrderState.class).stream().filter(o -> !(o instanceof OrderState.Ended))
                .toList();
        return orders.isEmpty() ? Optional.empty() : Optional.of(market.pick(orders));
    }

    private Command impatient(OrderId id) {
        return switch (market.history().random().nextInt(8)) {
            case 0 -> new ConfirmOrder(id, client(), now());
            case 1 -> new RejectOrder(id, client(), null, now());
            case 2 -> new CancelOrder(id, client(), null, now());
            case 3 -> new FundOrder(id, client(), now());
            case 4 -> new DeliverOrder(id, client(), EVIDENCE, now());
            case 5 -> new AcceptOrder(id, client(), now());
            case 6 -> new DisputeOrder(id, client(), null, now());
            default -> new RefundOrder(id, client(), null, now());
        };
    }

    private AwardOrder award(OrderId id, Money gross) {
        long price = gross.minor();
        long toProvider = switch (market.history().random().nextInt(5)) {
            case 0 -> 0;
            case 1 -> price;
            case 2 -> price == 0 ? 1 : -1;
            default -> price == 0 ? 0 : market.history().random().nextLong(price + 1);
        };
        long toBuyer = price - toProvider + (market.oneIn(15) ? 1 : 0);
        return new AwardOrder(id, new Money(toProvider, gross.currency()), new Money(toBuyer, gross.currency()), market.text(),
                now());
    }

    private ProposedAction action(OrderId id, Money gross) {
        var award = award(id, gross);
        return new ProposedAction.Award(id, award.toProvider(), award.toBuyer());
    }

    private ClientId client() {
        return market.oneIn(20) ? World.STRANGER : World.MARKET;
    }

    private Duration period() {
        return market.pick(PERIODS);
    }

    private Instant now() {
        return market.history().now();
    }
}
