package exchange.settlement.projections;

import static org.assertj.core.api.Assertions.assertThat;

import exchange.settlement.domain.listing.Sector;
import exchange.settlement.domain.order.OrderState;
import exchange.settlement.projections.journal.JournalProjection;
import exchange.settlement.projections.order.OrderDirectory;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectionStoreTest {

    private final Market market = busyMarket();
    private final TestDatabase database = TestDatabase.empty();

    static Market busyMarket() {
        var market = new Market();
        market.trade();
        market.receipt(market.buyer, 1_000_000, LocalDate.of(2026, 11, 20));
        var listing = market.listing(99_999, Sector.MANUFACTURING);
        market.awarded(listing, 33_333, 66_666);
        market.refunded(listing);
        market.placed(listing, "PO-waiting");
        market.funded(listing);
        return market;
    }

    @Test
    void the_database_writes_to_disk() {
        assertThat(List.of(TestDatabase.setting("fsync"), TestDatabase.setting("synchronous_commit"))).containsOnly("on");
    }

    @Test
    void every_projection_notes_the_last_event() {
        database.feed(market.log);

        assertThat(database.projections())
                .allSatisfy(projection -> assertThat(database.store.position(projection.name())).isEqualTo(market.head()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 50})
    void how_events_are_batched_makes_no_difference(int batchEvents) {
        database.feed(market.log, batchEvents);

        assertThat(database.digests()).isEqualTo(TestDatabase.empty().feed(market.log).digests());
    }

    @Test
    void events_that_come_again_change_nothing() {
        var once = database.feed(market.log).digests();

        database.feed(market.log, 3);
        database.feed(market.log);

        assertThat(database.digests()).isEqualTo(once);
    }

    @Test
    void building_anew_gives_the_same_rows() {
        var before = database.feed(market.log, 10).digests();

        database.projections().forEach(database.store::reset);
        assertThat(database.digests()).isNotEqualTo(before);
        database.feed(market.log, 4);

        assertThat(database.digests()).isEqualTo(before);
    }

    @Test
    void another_row_gives_another_digest() {
        var before = database.feed(market.log).digests();

        database.db.update("update posting set amount = amount + 1 where position = (select max(position) from posting)");

        assertThat(database.digests().get("journal")).isNotEqualTo(before.get("journal"));
        assertThat(database.digests().get("orders")).isEqualTo(before.get("orders"));
    }

    @Test
    void events_are_not_applied_when_one_is_missing_in_front_of_them() {
        var journal = new JournalProjection();
        database.store.prepare(journal);

        var applied = database.store.apply(journal, market.log.subList(5, 10));

        assertThat(applied).isEqualTo(new ProjectionStore.Applied(0, true));
        assertThat(database.store.position("journal")).isZero();
    }

    @Test
    void a_new_revision_begins_anew() {
        database.feed(market.log);
        database.db.update("update projection set revision = 0 where name = 'orders'");

        var orders = OrderDirectory.projection(database.mapper);
        assertThat(database.store.prepare(orders)).isZero();

        assertThat(database.db.queryForObject("select count(*) from order_directory", Long.class)).isZero();
    }

    @Test
    void every_directory_row_is_what_the_write_side_folds() {
        database.feed(market.log, 2);
        var orders = new OrderDirectory(database.db, database.mapper).page(OrderDirectory.Filter.ALL, 0, 100).items();

        assertThat(orders).hasSize(5).allSatisfy(order -> {
            var id = order.state().contract().order();
            OrderState folded = market.read(id, OrderState::after);
            assertThat(order.state()).isEqualTo(folded);
            assertThat(order.version())
                    .isEqualTo(market.log.stream().filter(event -> event.stream().equals(id.stream())).count());
        });
    }
}
