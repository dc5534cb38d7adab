package exchange.settlement.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import exchange.settlement.projections.journal.JournalProjection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.JdbcOperations;

class ProjectionRunnerTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final Market market = ProjectionStoreTest.busyMarket();
    private final TestDatabase database = TestDatabase.empty();
    private final EmbeddedEventStore log = EmbeddedEventStore.builder().storageEngine(new InMemoryEventStorageEngine(1)).build();
    private final List<ProjectionRunner> runners = new ArrayList<>();

    @AfterEach
    void stop() {
        runners.forEach(ProjectionRunner::stop);
        log.shutDown();
    }

    @Test
    void every_projection_follows_the_log_to_its_end() throws InterruptedException {
        publish(market.log);
        database.projections().forEach(projection -> start(projection, 7));

        for (var runner : runners) {
            assertThat(runner.awaitPosition(market.head(), SOON)).isTrue();
            assertThat(runner.status()).isEqualTo(
                    new ProjectionStatus(runner.name(), market.head(), market.head(), ProjectionState.RUNNING, null));
        }
        assertThat(database.digests()).isEqualTo(TestDatabase.empty().feed(market.log).digests());
    }

    @Test
    void who_waits_for_a_position_is_woken_when_it_is_there_and_not_kept_for_ever() throws InterruptedException {
        publish(market.log.subList(0, 10));
        var runner = start(new JournalProjection(), 500);
        assertThat(runner.awaitPosition(11, Duration.ofMillis(50))).isFalse();

        publish(market.log.subList(10, 20));

        assertThat(runner.awaitPosition(20, SOON)).isTrue();
    }

    @Test
    void a_restart_goes_on_where_it_was() throws InterruptedException {
        publish(market.log.subList(0, 30));
        var before = start(new JournalProjection(), 4);
        assertThat(before.awaitPosition(30, SOON)).isTrue();
        before.stop();
        assertThat(before.status().state()).isEqualTo(ProjectionState.STOPPED);

        publish(market.log.subList(30, market.log.size()));
        assertThat(start(new JournalProjection(), 4).awaitPosition(market.head(), SOON)).isTrue();

        assertThat(database.digests().get("journal")).isEqualTo(TestDatabase.empty().feed(market.log).digests().get("journal"));
    }

    @Test
    void two_nodes_do_not_count_an_event_twice() throws InterruptedException {
        publish(market.log);
        var one = start(new JournalProjection(), 2);
        var other = start(new JournalProjection(), 3);

        assertThat(one.awaitPosition(market.head(), SOON)).isTrue();
        assertThat(other.awaitPosition(market.head(), SOON)).isTrue();

        assertThat(database.digests().get("journal")).isEqualTo(TestDatabase.empty().feed(market.log).digests().get("journal"));
    }

    @Test
    void a_poison_event_stops_the_projection_in_front_of_it_and_resuming_goes_on() throws InterruptedException {
        publish(market.log);
        var journal = new Obstructed(new JournalProjection());
        journal.poisonAt = 25;
        var runner = start(journal, 10);

        await().atMost(SOON).until(() -> runner.status().state() == ProjectionState.POISONED);
        assertThat(runner.status().position()).isEqualTo(24);
        assertThat(runner.status().reason()).contains("position 25").contains("indigestible");
        assertThat(database.store.position("journal")).isEqualTo(24);

        var _ = runner.resume();
        await().atMost(SOON).until(() -> journal.refused.get() >= 4 && runner.status().state() == ProjectionState.POISONED);
        assertThat(runner.status().position()).isEqualTo(24);

        journal.poisonAt = 0;
        var _ = runner.resume();
        assertThat(runner.awaitPosition(market.head(), SOON)).isTrue();
        assertThat(runner.status().reason()).isNull();
        assertThat(database.digests().get("journal")).isEqualTo(TestDatabase.empty().feed(market.log).digests().get("journal"));
    }

    @Test
    void a_payload_that_is_no_event_of_ours_stops_every_projection_in_front_of_it() {
        publish(market.log.subList(0, 12));
        log.publish(new GenericDomainEventMessage<>("order", "order/strange", 0, "a text from another time"));
        publish(market.log.subList(12, 20));
        var runner = start(new JournalProjection(), 500);

        await().atMost(SOON).until(() -> runner.status().state() == ProjectionState.POISONED);

        assertThat(runner.status().position()).isEqualTo(12);
        assertThat(runner.status().lag()).isEqualTo(9);
        assertThat(runner.status().reason()).contains("position 13").contains("java.lang.String");
    }

    @Test
    void a_log_that_cannot_be_read_on_does_not_hold_up_what_comes_before() {
        publish(market.log);
        var runner = new ProjectionRunner(new JournalProjection(), new UnreadableFrom(log, 18), database.store);
        runners.add(runner);
        runner.start();

        await().atMost(SOON).until(() -> runner.status().state() == ProjectionState.POISONED);

        assertThat(runner.status().position()).isEqualTo(17);
        assertThat(runner.status().reason()).contains("position 18").contains("no upcaster");
    }

    @Test
    void trouble_that_passes_is_retried_until_it_has_passed() throws InterruptedException {
        publish(market.log);
        var journal = new Obstructed(new JournalProjection());
        journal.passing.set(new QueryTimeoutException("busy"));
        var runner = start(journal, 10);

        await().atMost(SOON).until(() -> runner.status().state() == ProjectionState.RETRYING);
        assertThat(runner.status().reason()).contains("busy");
        journal.passing.set(null);

        assertThat(runner.awaitPosition(market.head(), SOON)).isTrue();
        assertThat(runner.status().state()).isEqualTo(ProjectionState.RUNNING);
    }

    @Test
    void a_reset_builds_the_rows_anew_even_when_nothing_new_comes() throws InterruptedException {
        publish(market.log);
        var runner = start(new JournalProjection(), 20);
        assertThat(runner.awaitPosition(market.head(), SOON)).isTrue();
        var before = database.digests().get("journal");
        database.db.update("update balance set amount = 0");

        runner.reset();

        assertThat(runner.awaitPosition(market.head(), SOON)).isTrue();
        assertThat(database.digests().get("journal")).isEqualTo(before);
    }

    private ProjectionRunner start(Projection projection, int batchEvents) {
        var runner = new ProjectionRunner(projection, log, database.store, batchEvents);
        runners.add(runner);
        runner.start();
        return runner;
    }

    private void publish(List<RecordedEvent> events) {
        List<EventMessage<?>> messages = new ArrayList<>();
        for (var event : events) {
            messages.add(new GenericDomainEventMessage<>("any", event.stream(), event.sequence(), event.event(), event.metaData(),
                    event.eventId(), event.recordedAt()));
        }
        log.publish(messages);
    }

    /** A projection with something in its way. */
    private static final class Obstructed implements Projection {

        private final Projection projection;
        private volatile long poisonAt;
        private final AtomicInteger refused = new AtomicInteger();
        private final AtomicReference<@Nullable RuntimeException> passing = new AtomicReference<>();

        Obstructed(Projection projection) {
            this.projection = projection;
        }

        @Override
        public String name() {
            return projection.name();
        }

        @Override
        public int revision() {
            return projection.revision();
        }

        @Override
        public List<String> tables() {
            return projection.tables();
        }

        @Override
        public void apply(List<RecordedEvent> batch, JdbcOperations db) {
            projection.apply(batch, db);
            var trouble = passing.get();
            if (trouble != null) {
                throw trouble;
            }
            if (batch.stream().anyMatch(event -> event.position() == poisonAt)) {
                refused.incrementAndGet();
                throw new IllegalStateException("indigestible");
            }
        }
    }
}
