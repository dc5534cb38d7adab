package exchange.settlement.projections.order;

import static org.assertj.core.api.Assertions.assertThat;

import exchange.settlement.domain.listing.Sector;
import exchange.settlement.domain.order.Deadline;
import exchange.settlement.domain.order.OrderCommand;
import exchange.settlement.domain.order.OrderEvent;
import exchange.settlement.domain.order.OrderId;
import exchange.settlement.domain.order.OrderState;
import exchange.settlement.projections.Market;
import exchange.settlement.projections.RecordedEvent;
import exchange.settlement.projections.TestDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DueDeadlinesTest {

    private final Market market = new Market();
    private final TestDatabase database = TestDatabase.empty();
    private final DueDeadlines deadlines = new DueDeadlines(database.db);

    @Test
    void a_deadline_is_due_from_its_instant_on_and_not_before() {
        var order = market.placed(market.listing(100, Sector.FINANCE), "PO-1");
        database.feed(market.log);
        var due = market.now().plus(Duration.ofDays(1));

        assertThat(deadlines.due(due.minusNanos(1_000), 10)).isEmpty();
        assertThat(deadlines.due(due, 10)).singleElement().satisfies(found -> {
            assertThat(found.order()).isEqualTo(order);
            assertThat(found.deadline()).isEqualTo(Deadline.CONFIRM);
            assertThat(found.at()).isEqualTo(due);
            assertThat(found.position()).isEqualTo(placing(order).position());
            assertThat(found.eventId().toString()).isEqualTo(placing(order).eventId());
        });
    }

    @Test
    void the_longest_overdue_comes_first_and_no_more_than_asked_for() {
        var listing = market.listing(100, Sector.FINANCE);
        var first = market.placed(listing, "PO-1");
        market.later(Duration.ofHours(1)).placed(listing, "PO-2");
        database.feed(market.log);

        assertThat(deadlines.due(market.now().plus(Duration.ofDays(3)), 10)).hasSize(2);
        assertThat(deadlines.due(market.now().plus(Duration.ofDays(3)), 1)).singleElement()
                .satisfies(due -> assertThat(due.order()).isEqualTo(first));
    }

    @Test
    void an_order_at_rest_has_no_deadline() {
        market.trade();
        market.receipt(market.buyer, 1_000, LocalDate.of(2026, 11, 23));
        var listing = market.listing(100, Sector.FINANCE);
        market.refunded(listing);
        var expired = market.placed(listing, "PO-1");
        market.later(Duration.ofDays(2)).send(new OrderCommand.ExpireOrder(expired, market.now()));
        database.feed(market.log, 5);

        assertThat(deadlines.due(market.now().plus(Duration.ofDays(4000)), 10)).isEmpty();
    }

    @Test
    void each_event_tells_the_deadline_that_the_order_knows() {
        market.trade();
        market.receipt(market.buyer, 500_000, LocalDate.of(2026, 11, 23));
        var listing = market.listing(1_000, Sector.FINANCE);
        market.awarded(listing, 400, 600);
        market.refunded(listing);
        market.funded(market.listing(9_000_000, Sector.FINANCE));
        Map<OrderId, OrderState> orders = new HashMap<>();

        for (var recorded : market.log) {
            if (recorded.event() instanceof OrderEvent event) {
                var state = OrderState.after(orders.get(event.order()), event);
                orders.put(event.order(), state);
                assertThat(DueDeadlines.after(event)).as("after %s", event).isEqualTo(state.due());
            }
        }
        assertThat(orders).hasSize(4);
    }

    private RecordedEvent placing(OrderId order) {
        return market.log.stream().filter(event -> event.stream().equals(order.stream())).findFirst().orElseThrow();
    }
}
