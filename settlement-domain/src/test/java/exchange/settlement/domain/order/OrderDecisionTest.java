package exchange.settlement.domain.order;

import static exchange.settlement.domain.Samples.BUYER;
import static exchange.settlement.domain.Samples.DEADLINES;
import static exchange.settlement.domain.Samples.LISTING;
import static exchange.settlement.domain.Samples.MARKET;
import static exchange.settlement.domain.Samples.NOTHING;
import static exchange.settlement.domain.Samples.NOW;
import static exchange.settlement.domain.Samples.ORDER;
import static exchange.settlement.domain.Samples.PARTIES;
import static exchange.settlement.domain.Samples.PRICE;
import static exchange.settlement.domain.Samples.STRANGER;
import static exchange.settlement.domain.Samples.TEXT;
import static exchange.settlement.domain.Samples.later;
import static exchange.settlement.domain.Samples.members;
import static exchange.settlement.domain.Samples.placed;
import static exchange.settlement.domain.Samples.terms;

import exchange.settlement.domain.EveryCommand;
import exchange.settlement.domain.Money;
import exchange.settlement.domain.SettlementEvent;
import exchange.settlement.domain.Trial;
import exchange.settlement.domain.order.OrderCommand.AcceptOrder;
import exchange.settlement.domain.order.OrderCommand.AwardOrder;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OrderDecisionTest {

    @RegisterExtension
    static final EveryCommand EVERY_COMMAND = EveryCommand.of(OrderCommand.class);

    private static final Instant CONFIRM_BY = later(DEADLINES.confirmWithin());
    private static final Instant FUND_BY = later(DEADLINES.fundWithin());
    private static final Instant DELIVER_BY = later(DEADLINES.deliverWithin());
    private static final Instant INSPECT_BY = later(DEADLINES.inspectWithin());
    private static final List<Evidence> EVIDENCE = List.of(new Evidence("https://example.com/1", "0".repeat(64)));

    private static final List<OrderEvent> PLACED = List.of(placed(PRICE));
    private static final List<OrderEvent> CONFIRMED = and(PLACED, new OrderConfirmed(ORDER, FUND_BY, NOW));
    private static final List<OrderEvent> FUNDING = and(CONFIRMED, new OrderFundingStarted(ORDER, PARTIES, terms(PRICE), NOW));
    private static final List<OrderEvent> FUNDED = and(FUNDING, new OrderFunded(ORDER, DELIVER_BY, NOW));
    private static final List<OrderEvent> DELIVERED = and(FUNDED, new OrderDelivered(ORDER, EVIDENCE, INSPECT_BY, NOW));
    private static final List<OrderEvent> DISPUTED = and(DELIVERED, new OrderDisputed(ORDER, TEXT, NOW));
    private static final List<OrderEvent> ACCEPTED = and(DELIVERED, new OrderAccepted(ORDER, Acceptance.BUYER, PRICE, NOW));
    private static final Money SIX = Money.cny(60_000);
    private static final Money REST = PRICE.minus(SIX);
    private static final List<OrderEvent> AWARDED = and(DISPUTED, new OrderAwarded(ORDER, SIX, REST, TEXT, NOW));
    private static final List<OrderEvent> SETTLED = and(ACCEPTED,
            new OrderSettled(ORDER, PARTIES, terms(PRICE).whole(), NOTHING, NOW));

    @Test
    void the_provider_confirms_and_the_time_to_fund_begins() {
        given(PLACED).when(new ConfirmOrder(ORDER, MARKET, NOW)).then(new OrderConfirmed(ORDER, FUND_BY, NOW));
        given(CONFIRMED).when(new ConfirmOrder(ORDER, MARKET, NOW)).refuses("order.wrong-status");
    }

    @Test
    void the_provider_may_decline_until_it_has_confirmed() {
        given(PLACED).when(new RejectOrder(ORDER, MARKET, TEXT, NOW)).then(new OrderRejected(ORDER, PARTIES, TEXT, NOW));
        given(CONFIRMED).when(new RejectOrder(ORDER, MARKET, TEXT, NOW)).refuses("order.wrong-status");
    }

    @Test
    void an_order_is_cancelled_before_its_money_moves_and_never_after() {
        var cancel = new CancelOrder(ORDER, MARKET, TEXT, NOW);
        given(PLACED).when(cancel).then(new OrderCancelled(ORDER, PARTIES, TEXT, NOW));
        given(CONFIRMED).when(cancel).then(new OrderCancelled(ORDER, PARTIES, TEXT, NOW));
        given(FUNDING).when(cancel).refuses("order.in-progress");
        given(FUNDED).when(cancel).refuses("order.wrong-status");
        given(ACCEPTED).when(cancel).refuses("order.in-progress");
        given(SETTLED).when(cancel).refuses("order.wrong-status");
    }

    @Test
    void funding_asks_the_account_with_the_terms_of_the_contract() {
        var fund = new FundOrder(ORDER, MARKET, NOW);
        given(CONFIRMED).when(fund).then(new OrderFundingStarted(ORDER, PARTIES, terms(PRICE), NOW));
        given(PLACED).when(fund).refuses("order.wrong-status");
        given(FUNDING).when(fund).refuses("order.in-progress");
        given(FUNDED).when(fund).refuses("order.wrong-status");
    }

    @Test
    void a_free_order_is_funded_at_once() {
        given(List.of(placed(NOTHING), new OrderConfirmed(ORDER, FUND_BY, NOW))).when(new FundOrder(ORDER, MARKET, NOW))
                .then(new OrderFunded(ORDER, DELIVER_BY, NOW));
    }

    @Test
    void a_refused_reservation_brings_the_order_back_with_its_old_deadline() {
        var refusal = new RefuseFunding(ORDER, "account.insufficient-funds", NOW);
        given(FUNDING).when(refusal).then(new OrderFundingRefused(ORDER, "account.insufficient-funds", FUND_BY, NOW));
        given(FUNDED).when(refusal).changesNothing();
        given(CONFIRMED).when(refusal).changesNothing();
    }

    @Test
    void money_in_escrow_lets_the_delivery_begin() {
        given(FUNDING).when(new NoteFunded(ORDER, NOW)).then(new OrderFunded(ORDER, DELIVER_BY, NOW));
        given(FUNDED).when(new NoteFunded(ORDER, NOW)).changesNothing();
    }

    @Test
    void what_is_funded_is_delivered_with_evidence() {
        var deliver = new DeliverOrder(ORDER, MARKET, EVIDENCE, NOW);
        given(FUNDED).when(deliver).then(new OrderDelivered(ORDER, EVIDENCE, INSPECT_BY, NOW));
        given(CONFIRMED).when(deliver).refuses("order.wrong-status");
        given(DELIVERED).when(deliver).refuses("order.wrong-status");
    }

    @Test
    void the_buyer_accepts_what_was_delivered_once() {
        var accept = new AcceptOrder(ORDER, MARKET, NOW);
        given(DELIVERED).when(accept).then(new OrderAccepted(ORDER, Acceptance.BUYER, PRICE, NOW));
        given(FUNDED).when(accept).refuses("order.wrong-status");
        given(DISPUTED).when(accept).refuses("order.wrong-status");
        given(ACCEPTED).when(accept).refuses("order.in-progress");
    }

    @Test
    void a_dispute_comes_between_delivery_and_acceptance() {
        var dispute = new DisputeOrder(ORDER, MARKET, TEXT, NOW);
        given(DELIVERED).when(dispute).then(new OrderDisputed(ORDER, TEXT, NOW));
        given(FUNDED).when(dispute).refuses("order.wrong-status");
        given(ACCEPTED).when(dispute).refuses("order.in-progress");
    }

    @Test
    void the_provider_gives_everything_back_before_acceptance() {
        var refund = new RefundOrder(ORDER, MARKET, TEXT, NOW);
        var started = new OrderRefundStarted(ORDER, RefundCause.AGREED, PRICE, TEXT, NOW);
        given(FUNDED).when(refund).then(started);
        given(DELIVERED).when(refund).then(started);
        given(DISPUTED).when(refund).then(started);
        given(CONFIRMED).when(refund).refuses("order.wrong-status");
        given(FUNDING).when(refund).refuses("order.in-progress");
        given(SETTLED).when(refund).refuses("order.wrong-status");
    }

    @Test
    void an_award_gives_the_whole_price_away() {
        given(DISPUTED).when(new AwardOrder(ORDER, SIX, REST, TEXT, NOW)).then(new OrderAwarded(ORDER, SIX, REST, TEXT, NOW));
        given(DELIVERED).when(new AwardOrder(ORDER, SIX, REST, TEXT, NOW)).refuses("order.wrong-status");
    }

    @Test
    void an_award_that_does_not_sum_is_refused() {
        var dollars = new Money(46_000, Currency.getInstance("USD"));
        for (var award : List.of(new AwardOrder(ORDER, SIX, SIX, TEXT, NOW), new AwardOrder(ORDER, SIX, dollars, TEXT, NOW),
                new AwardOrder(ORDER, Money.cny(-1), PRICE.plus(Money.cny(1)), TEXT, NOW),
                new AwardOrder(ORDER, PRICE.plus(Money.cny(1)), Money.cny(-1), TEXT, NOW),
                new AwardOrder(ORDER, Money.cny(Long.MAX_VALUE), Money.cny(Long.MAX_VALUE), TEXT, NOW))) {
            given(DISPUTED).when(award).refuses("order.award-does-not-sum");
        }
    }

    @Test
    void a_release_that_has_arrived_settles_the_order_once() {
        var whole = terms(PRICE).whole();
        given(ACCEPTED).when(new NoteReleased(ORDER, whole, NOW)).then(new OrderSettled(ORDER, PARTIES, whole, NOTHING, NOW));
        given(SETTLED).when(new NoteReleased(ORDER, whole, NOW)).changesNothing();
        given(ACCEPTED).when(new NoteReleased(ORDER, terms(PRICE).part(NOTHING, SIX), NOW)).changesNothing();
    }

    @Test
    void both_parts_of_an_award_arrive_in_either_order() {
        var part = terms(PRICE).part(NOTHING, SIX);
        var released = new NoteReleased(ORDER, part, NOW);
        var refunded = new NoteRefunded(ORDER, REST, NOW);
        var settled = new OrderSettled(ORDER, PARTIES, part, REST, NOW);
        given(AWARDED).when(released).then(new OrderPartReleased(ORDER, part, NOW));
        given(and(AWARDED, new OrderPartReleased(ORDER, part, NOW))).when(released).changesNothing();
        given(and(AWARDED, new OrderPartReleased(ORDER, part, NOW))).when(refunded).then(settled);
        given(AWARDED).when(refunded).then(new OrderPartRefunded(ORDER, REST, NOW));
        given(and(AWARDED, new OrderPartRefunded(ORDER, REST, NOW))).when(refunded).changesNothing();
        given(and(AWARDED, new OrderPartRefunded(ORDER, REST, NOW))).when(released).then(settled);
    }

    @Test
    void a_refund_that_has_arrived_ends_the_order_as_refunded() {
        var started = new OrderRefundStarted(ORDER, RefundCause.AGREED, PRICE, TEXT, NOW);
        given(and(FUNDED, started)).when(new NoteRefunded(ORDER, PRICE, NOW))
                .then(new OrderRefunded(ORDER, PARTIES, PRICE, NOW));
        given(SETTLED).when(new NoteRefunded(ORDER, PRICE, NOW)).changesNothing();
    }

    @Test
    void a_free_order_that_was_not_delivered_ends_as_refunded_and_never_as_settled() {
        var started = new OrderRefundStarted(ORDER, RefundCause.NOT_DELIVERED, NOTHING, null, NOW);
        given(List.of(placed(NOTHING), new OrderConfirmed(ORDER, FUND_BY, NOW), new OrderFunded(ORDER, DELIVER_BY, NOW), started))
                .when(new NoteRefunded(ORDER, NOTHING, NOW)).then(new OrderRefunded(ORDER, PARTIES, NOTHING, NOW));
    }

    @Test
    void from_the_due_instant_on_every_step_is_late() {
        given(PLACED).when(new ConfirmOrder(ORDER, MARKET, CONFIRM_BY.minusNanos(1)))
                .then(new OrderConfirmed(ORDER, CONFIRM_BY.minusNanos(1).plus(DEADLINES.fundWithin()), CONFIRM_BY.minusNanos(1)));
        given(PLACED).when(new ConfirmOrder(ORDER, MARKET, CONFIRM_BY)).refuses("deadline.passed");
        given(PLACED).when(new RejectOrder(ORDER, MARKET, null, CONFIRM_BY)).refuses("deadline.passed");
        given(PLACED).when(new CancelOrder(ORDER, MARKET, null, CONFIRM_BY)).refuses("deadline.passed");
        given(CONFIRMED).when(new FundOrder(ORDER, MARKET, FUND_BY)).refuses("deadline.passed");
        given(FUNDED).when(new DeliverOrder(ORDER, MARKET, EVIDENCE, DELIVER_BY)).refuses("deadline.passed");
        given(DELIVERED).when(new AcceptOrder(ORDER, MARKET, INSPECT_BY)).refuses("deadline.passed");
        given(DELIVERED).when(new DisputeOrder(ORDER, MARKET, null, INSPECT_BY)).refuses("deadline.passed");
        given(DELIVERED).when(new RefundOrder(ORDER, MARKET, null, INSPECT_BY)).refuses("deadline.passed");
    }

    @Test
    void a_due_deadline_does_what_was_agreed() {
        given(PLACED).when(new ExpireOrder(ORDER, CONFIRM_BY))
                .then(new OrderExpired(ORDER, PARTIES, Deadline.CONFIRM, CONFIRM_BY, CONFIRM_BY));
        given(CONFIRMED).when(new ExpireOrder(ORDER, FUND_BY))
                .then(new OrderExpired(ORDER, PARTIES, Deadline.FUND, FUND_BY, FUND_BY));
        given(FUNDED).when(new ExpireOrder(ORDER, DELIVER_BY))
                .then(new OrderRefundStarted(ORDER, RefundCause.NOT_DELIVERED, PRICE, null, DELIVER_BY));
        given(DELIVERED).when(new ExpireOrder(ORDER, INSPECT_BY))
                .then(new OrderAccepted(ORDER, Acceptance.SILENCE, PRICE, INSPECT_BY));
    }

    @Test
    void a_deadline_that_is_early_or_has_moved_on_changes_nothing() {
        given(PLACED).when(new ExpireOrder(ORDER, CONFIRM_BY.minusNanos(1))).changesNothing();
        for (var waiting : List.of(FUNDING, DISPUTED, ACCEPTED, SETTLED)) {
            given(waiting).when(new ExpireOrder(ORDER, later(Duration.ofDays(4000)))).changesNothing();
        }
    }

    @Test
    void to_another_marketplace_an_order_does_not_exist() {
        given(PLACED).when(new ConfirmOrder(ORDER, STRANGER, NOW)).refuses("not-found");
        Trial.given().when(new ConfirmOrder(ORDER, MARKET, NOW)).refuses("not-found");
        Trial.given().when(new ExpireOrder(ORDER, NOW)).refuses("not-found");
    }

    @Test
    void an_order_is_placed_once() {
        given(PLACED).when(new PlaceOrder(ORDER, MARKET, LISTING, 1, BUYER, "PO-1", DEADLINES, NOW))
                .refuses("order.wrong-status");
    }

    /** The members were admitted and gave the market full mandates before anything happened. */
    private static Trial given(List<? extends SettlementEvent> past) {
        return Trial.given(members(), past);
    }

    private static List<OrderEvent> and(List<OrderEvent> before, OrderEvent event) {
        var longer = new ArrayList<>(before);
        longer.add(event);
        return List.copyOf(longer);
    }
}
