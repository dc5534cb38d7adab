package exchange.settlement.projections.history;

import static exchange.settlement.domain.Money.cny;
import static org.assertj.core.api.Assertions.assertThat;

import exchange.settlement.domain.listing.Sector;
import exchange.settlement.domain.order.OrderId;
import exchange.settlement.projections.Market;
import exchange.settlement.projections.RecordedEvent;
import exchange.settlement.projections.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

class TradeHistoryTest {

    private final Market market = new Market();
    private final TestDatabase database = TestDatabase.empty();
    private final TradeHistory histories = new TradeHistory(database.db, database.mapper);

    @Test
    void a_history_tells_every_event_of_the_trade_as_it_was_recorded() {
        var order = market.trade();
        market.placed(market.listing(100, Sector.COMMERCE), "PO-other");
        database.feed(market.log);

        var history = histories.of(order);

        var expected = market.log.stream().filter(e -> e.event().trade().filter(order.value()::equals).isPresent()).toList();
        assertThat(history).extracting(TradeEntry::event).isEqualTo(expected.stream().map(RecordedEvent::event).toList());
        assertThat(history).extracting(TradeEntry::position).isEqualTo(expected.stream().map(RecordedEvent::position).toList());
        assertThat(history.getFirst().eventType()).isEqualTo("order.placed");
        assertThat(history.getFirst().origin().commandId()).isEqualTo("PlaceOrder");
        assertThat(history.getFirst().origin().client()).isEqualTo("marketplace");
        assertThat(history.getFirst().origin().subject()).isNull();
    }

    @Test
    void each_step_shows_where_the_accounts_stood_after_it() {
        var order = market.trade();
        database.feed(market.log, 4);

        var steps = histories.of(order);

        assertThat(step(steps, "escrow.funded").balances()).containsExactly(
                new TradeEntry.Balance("clearing/" + order.value(), cny(-106_000), cny(0)),
                new TradeEntry.Balance("escrow/" + order.value(), cny(106_000), cny(106_000)));
        assertThat(step(steps, "fees.collected").balances()).extracting(TradeEntry.Balance::after).containsExactly(cny(103_350),
                cny(2_500), cny(150));
        assertThat(step(steps, "order.confirmed").balances()).isEmpty();
    }

    @Test
    void an_order_that_does_not_exist_has_no_history() {
        database.feed(market.log);

        assertThat(histories.of(new OrderId(market.id()))).isEmpty();
    }

    private static TradeEntry step(List<TradeEntry> steps, String type) {
        return steps.stream().filter(step -> step.eventType().equals(type)).findFirst().orElseThrow();
    }
}
