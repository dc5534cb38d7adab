package exchange.settlement.domain.order;

import static exchange.settlement.domain.Samples.BUYER;
import static exchange.settlement.domain.Samples.DEADLINES;
import static exchange.settlement.domain.Samples.MARKET;
import static exchange.settlement.domain.Samples.NOW;
import static exchange.settlement.domain.Samples.ORDER;
import static exchange.settlement.domain.Samples.PARTIES;
import static exchange.settlement.domain.Samples.PRICE;
import static exchange.settlement.domain.Samples.PROVIDER;
import static exchange.settlement.domain.Samples.TEXT;
import static exchange.settlement.domain.Samples.later;
import static exchange.settlement.domain.Samples.members;
import static exchange.settlement.domain.Samples.placed;
import static exchange.settlement.domain.Samples.terms;

import exchange.settlement.domain.SettlementEvent;
import exchange.settlement.domain.Trial;
import exchange.settlement.domain.member.Mandate;
import exchange.settlement.domain.member.MemberEvent.MandateGranted;
import exchange.settlement.domain.member.MemberEvent.MandateRevoked;
import exchange.settlement.domain.member.MemberEvent.MemberSuspended;
import exchange.settlement.domain.order.OrderCommand.AcceptOrder;
import exchange.settlement.domain.order.OrderCommand.CancelOrder;
import exchange.settlement.domain.order.OrderCommand.ConfirmOrder;
import exchange.settlement.domain.order.OrderCommand.DeliverOrder;
import exchange.settlement.domain.order.OrderCommand.DisputeOrder;
import exchange.settlement.domain.order.OrderCommand.FundOrder;
import exchange.settlement.domain.order.OrderCommand.RefundOrder;
import exchange.settlement.domain.order.OrderCommand.RejectOrder;
import exchange.settlement.domain.order.OrderEvent.OrderCancelled;
import exchange.settlement.domain.order.OrderEvent.OrderConfirmed;
import exchange.settlement.domain.order.OrderEvent.OrderDelivered;
import exchange.settlement.domain.order.OrderEvent.OrderDisputed;
import exchange.settlement.domain.order.OrderEvent.OrderFunded;
import exchange.settlement.domain.order.OrderEvent.OrderFundingStarted;
import exchange.settlement.domain.order.OrderEvent.OrderRejected;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Orders under way, whose parties end a mandate or are suspended. */
class OrderMandateTest {

    private static final List<Evidence> EVIDENCE = List.of(new Evidence("https://example.com/1", "0".repeat(64)));
    private static final List<OrderEvent> PLACED = List.of(placed(PRICE));
    private static final List<OrderEvent> CONFIRMED = and(PLACED,
            new OrderConfirmed(ORDER, later(DEADLINES.fundWithin()), NOW));
    private static final List<OrderEvent> FUNDED = and(CONFIRMED, new OrderFundingStarted(ORDER, PARTIES, terms(PRICE), NOW),
            new OrderFunded(ORDER, later(DEADLINES.deliverWithin()), NOW));
    private static final List<OrderEvent> DELIVERED = and(FUNDED,
            new OrderDelivered(ORDER, EVIDENCE, later(DEADLINES.inspectWithin()), NOW));

    @Test
    void what_gives_money_or_goods_away_needs_the_members_mandate_at_that_moment() {
        var noBuyer = new MandateRevoked(BUYER, MARKET, null, NOW);
        var noProvider = new MandateRevoked(PROVIDER, MARKET, null, NOW);
        given(with(CONFIRMED, noBuyer)).when(new FundOrder(ORDER, MARKET, NOW)).refuses("member.no-mandate");
        given(with(DELIVERED, noBuyer)).when(new AcceptOrder(ORDER, MARKET, NOW)).refuses("member.no-mandate");
        given(with(PLACED, noProvider)).when(new ConfirmOrder(ORDER, MARKET, NOW)).refuses("member.no-mandate");
        given(with(FUNDED, noProvider)).when(new DeliverOrder(ORDER, MARKET, EVIDENCE, NOW)).refuses("member.no-mandate");
        given(with(FUNDED, noProvider)).when(new RefundOrder(ORDER, MARKET, TEXT, NOW)).refuses("member.no-mandate");
        var onlyBuys = new MandateGranted(BUYER, new Mandate(MARKET, List.of(Mandate.Scope.BUY)), null, NOW);
        given(with(DELIVERED, noBuyer, onlyBuys)).when(new AcceptOrder(ORDER, MARKET, NOW)).refuses("member.no-mandate");
    }

    @Test
    void what_only_stops_the_trade_needs_no_mandate() {
        SettlementEvent[] none = {new MandateRevoked(BUYER, MARKET, null, NOW), new MandateRevoked(PROVIDER, MARKET, null, NOW)};
        given(with(PLACED, none)).when(new RejectOrder(ORDER, MARKET, TEXT, NOW))
                .then(new OrderRejected(ORDER, PARTIES, TEXT, NOW));
        given(with(CONFIRMED, none)).when(new CancelOrder(ORDER, MARKET, TEXT, NOW))
                .then(new OrderCancelled(ORDER, PARTIES, TEXT, NOW));
        given(with(DELIVERED, none)).when(new DisputeOrder(ORDER, MARKET, TEXT, NOW)).then(new OrderDisputed(ORDER, TEXT, NOW));
    }

    @Test
    void a_suspended_member_finishes_what_runs() {
        given(with(CONFIRMED, new MemberSuspended(BUYER, TEXT, NOW))).when(new FundOrder(ORDER, MARKET, NOW))
                .then(new OrderFundingStarted(ORDER, PARTIES, terms(PRICE), NOW));
    }

    /** The members were admitted and gave the market full mandates before anything happened. */
    private static Trial given(List<? extends SettlementEvent> past) {
        return Trial.given(members(), past);
    }

    private static List<SettlementEvent> with(List<OrderEvent> before, SettlementEvent... then) {
        return Stream.concat(before.stream(), Stream.of(then)).toList();
    }

    private static List<OrderEvent> and(List<OrderEvent> before, OrderEvent... then) {
        return Stream.concat(before.stream(), Stream.of(then)).toList();
    }
}
