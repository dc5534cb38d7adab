package exchange.settlement.projections.order;

import static org.assertj.core.api.Assertions.assertThat;

import exchange.settlement.domain.ClientId;
import exchange.settlement.domain.listing.Sector;
import exchange.settlement.domain.order.OrderId;
import exchange.settlement.domain.order.OrderState;
import exchange.settlement.domain.order.OrderStatus;
import exchange.settlement.projections.Market;
import exchange.settlement.projections.TestDatabase;
import exchange.settlement.projections.Versioned;
import exchange.settlement.projections.escrow.EscrowDirectory;
import exchange.settlement.projections.order.OrderDirectory.Filter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderDirectoryTest {

    private final Market market = new Market();
    private final TestDatabase database = TestDatabase.empty();
    private final OrderDirectory orders = new OrderDirectory(database.db, database.mapper);

    @Test
    void a_settled_order_is_found_with_its_version_and_position() {
        var id = market.trade();
        database.feed(market.log);

        assertThat(orders.find(id)).hasValueSatisfying(order -> {
            assertThat(order.state().status()).isEqualTo(OrderStatus.SETTLED);
            assertThat(order.version()).isEqualTo(7);
            assertThat(market.log.get((int) order.position() - 1).stream()).isEqualTo(id.stream());
            assertThat(order.recordedAt()).isEqualTo(market.now());
        });
        assertThat(new EscrowDirectory(database.db, database.mapper).find(id))
                .hasValueSatisfying(escrow -> assertThat(escrow.state().held().isZero()).isTrue());
        assertThat(orders.find(new OrderId(market.id()))).isEmpty();
    }

    @Test
    void pages_follow_each_other_in_the_order_of_placing() {
        var listing = market.listing(100, Sector.FINANCE);
        var placed = IntStream.range(0, 7).mapToObj(i -> market.placed(listing, "PO-" + i)).toList();
        database.feed(market.log);

        var seen = new ArrayList<OrderId>();
        Long after = 0L;
        while (after != null) {
            var page = orders.page(Filter.of(Market.MARKETPLACE), after, 3);
            seen.addAll(ids(page.items()));
            after = page.nextAfter();
        }

        assertThat(seen).isEqualTo(placed);
    }

    @Test
    void filters_choose_orders() {
        market.receipt(market.buyer, 1_000, LocalDate.of(2026, 11, 23));
        var listing = market.listing(100, Sector.FINANCE);
        var waiting = market.placed(listing, "PO-X");
        var funded = market.funded(listing);
        database.feed(market.log);

        assertThat(found(new Filter(Market.MARKETPLACE, "PO-X", null, null, null, null))).containsExactly(waiting);
        assertThat(found(new Filter(null, null, OrderStatus.FUNDED, null, null, null))).containsExactly(funded);
        assertThat(found(new Filter(null, null, null, market.buyer, market.provider, listing))).containsExactly(waiting, funded);
        assertThat(found(Filter.of(new ClientId("another")))).isEmpty();
        assertThat(found(new Filter(null, null, null, market.provider, null, null))).isEmpty();
    }

    private List<OrderId> found(Filter filter) {
        return ids(orders.page(filter, 0, 100).items());
    }

    private static List<OrderId> ids(List<Versioned<OrderState>> items) {
        return items.stream().map(order -> order.state().contract().order()).toList();
    }
}
