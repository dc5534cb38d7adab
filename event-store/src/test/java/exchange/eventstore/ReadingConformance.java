package exchange.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.Repository;
import org.junit.jupiter.api.Test;

/** What was recorded comes back: by position, by aggregate, through snapshots and through Axon's own classes. */
interface ReadingConformance {

    EngineUnderTest subject();

    @Test
    default void an_empty_log_is_empty_everywhere() {
        GaplessEventStorageEngine engine = subject().engine;
        assertThat(engine.head()).isZero();
        assertThat(engine.read(0, 10)).isEmpty();
        assertThat(engine.readEvents(null, false)).isEmpty();
        assertThat(engine.readEvents("a").hasNext()).isFalse();
        assertThat(engine.lastSequenceNumberFor("a")).isEmpty();
        assertThat(engine.readSnapshot("a")).isEmpty();
        assertThat(engine.createTailToken()).isEqualTo(token(0));
        assertThat(engine.createHeadToken()).isEqualTo(token(0));
        assertThat(engine.createTokenAt(Instant.EPOCH)).isEqualTo(token(0));
    }

    @Test
    default void reads_are_paged_by_position() {
        noteMany("a", 30);
        GaplessEventStorageEngine engine = subject().engine;
        assertThat(engine.read(0, 8)).extracting(EngineUnderTest::position)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 8).boxed().toList());
        assertThat(engine.read(8, 8)).extracting(EngineUnderTest::position)
                .containsExactlyElementsOf(LongStream.rangeClosed(9, 16).boxed().toList());
        assertThat(engine.read(28, 8)).extracting(EngineUnderTest::text).containsExactly("note 28", "note 29");
        assertThat(engine.read(30, 8)).isEmpty();
        assertThat(engine.read(31, 8)).isEmpty();
        assertThat(engine.readEvents(token(3), false)).hasSize(27).first()
                .satisfies(event -> assertThat(EngineUnderTest.position(event)).isEqualTo(4));
    }

    @Test
    default void an_aggregate_is_read_whole_and_in_order_over_many_batches() {
        subject().note("b", "not mine");
        noteMany("a", 30);
        subject().note("b", "nor this");
        List<? extends DomainEventMessage<?>> whole = subject().engine.readEvents("a").asStream().toList();
        assertThat(whole).extracting(DomainEventMessage::getSequenceNumber)
                .containsExactlyElementsOf(LongStream.range(0, 30).boxed().toList());
        assertThat(whole.getFirst().getType()).isEqualTo("Notebook");
        assertThat(whole.getFirst().getAggregateIdentifier()).isEqualTo("a");
        assertThat(subject().engine.readEvents("a", 25).asStream()).hasSize(5);
        assertThat(subject().engine.lastSequenceNumberFor("a")).contains(29L);
    }

    @Test
    default void identifier_payload_and_metadata_come_back() {
        DomainEventMessage<Noted> event = new GenericDomainEventMessage<>("Notebook", "a", 0, new Noted("数据 ✓"),
                Map.of("actor", "张三", "count", 3, "traceparent", "00-ab"));
        subject().command(() -> subject().store.publish(event));
        DomainEventMessage<?> byAggregate = subject().engine.readEvents("a").next();
        TrackedEventMessage<?> byPosition = subject().all().getFirst();
        for (var read : List.of(byAggregate, byPosition)) {
            assertThat(read.getIdentifier()).isEqualTo(event.getIdentifier());
            assertThat(read.getPayload()).isEqualTo(event.getPayload());
            assertThat(read.getMetaData()).isEqualTo(MetaData.from(event.getMetaData()));
        }
    }

    @Test
    default void a_token_of_a_time_stands_before_the_first_event_recorded_then() {
        Instant start = Instant.parse("2026-03-01T08:00:00.123456Z");
        for (int i = 0; i < 10; i++) {
            subject().note("a", "at minute " + i, "and again");
            subject().clock.advance(Duration.ofMinutes(1));
        }
        for (int minute = 0; minute < 10; minute++) {
            Instant time = start.plusSeconds(60L * minute);
            assertThat(subject().engine.createTokenAt(time)).isEqualTo(token(2L * minute));
            assertThat(subject().engine.createTokenAt(time.plusNanos(1000))).isEqualTo(token(2L * minute + 2));
        }
        assertThat(subject().engine.createTokenAt(Instant.EPOCH)).isEqualTo(subject().engine.createTailToken());
        assertThat(subject().engine.createTokenAt(start.plusSeconds(9999))).isEqualTo(subject().engine.createHeadToken());
    }

    @Test
    default void a_tracking_stream_delivers_what_is_committed_later() throws Exception {
        subject().note("a", "one");
        try (var stream = subject().store.openStream(subject().engine.createTailToken())) {
            assertThat(EngineUnderTest.text(stream.nextAvailable())).isEqualTo("one");
            subject().note("a", "two");
            assertThat(stream.hasNextAvailable(20, TimeUnit.SECONDS)).isTrue();
            assertThat(EngineUnderTest.text(stream.nextAvailable())).isEqualTo("two");
        }
    }

    @Test
    default void the_newest_snapshot_is_kept() {
        subject().engine.storeSnapshot(snapshot("a", 3, "at three"));
        subject().engine.storeSnapshot(snapshot("a", 7, "at seven"));
        subject().engine.storeSnapshot(snapshot("a", 5, "at five, late"));
        DomainEventMessage<?> snapshot = subject().engine.readSnapshot("a").orElseThrow();
        assertThat(snapshot.getSequenceNumber()).isEqualTo(7);
        assertThat(snapshot.getType()).isEqualTo("Notebook");
        assertThat(((NotebookSnapshot) snapshot.getPayload()).text()).isEqualTo("at seven");
        assertThat(subject().engine.readSnapshot("b")).isEmpty();
    }

    @Test
    default void the_event_store_continues_behind_a_snapshot() {
        noteMany("a", 6);
        subject().engine.storeSnapshot(snapshot("a", 3, "0 to 3"));
        List<? extends DomainEventMessage<?>> events = subject().store.readEvents("a").asStream().toList();
        assertThat(events).extracting(DomainEventMessage::getSequenceNumber).containsExactly(3L, 4L, 5L);
        assertThat(events.getFirst().getPayload()).isEqualTo(new NotebookSnapshot("0 to 3"));
    }

    @Test
    default void an_aggregate_lives_in_the_repository_of_axon() {
        inRepository(repository -> {
            try {
                repository.newInstance(() -> new Notebook("a")).execute(a -> a.note("one"));
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
        inRepository(repository -> repository.load("a").execute(a -> {
            assertThat(a.notes).containsExactly("one");
            a.note("two");
            a.note("three");
        }));
        inRepository(repository -> {
            var notebook = repository.load("a");
            assertThat(notebook.version()).isEqualTo(3L);
            notebook.execute(a -> assertThat(a.notes).containsExactly("one", "two", "three"));
        });
        assertThat(subject().engine.head()).isEqualTo(4);
    }

    private void inRepository(Consumer<Repository<Notebook>> work) {
        EventSourcingRepository<Notebook> repository = EventSourcingRepository.builder(Notebook.class)
                .eventStore(subject().store).build();
        subject().command(() -> work.accept(repository));
    }

    private void noteMany(String aggregateId, int count) {
        subject().note(aggregateId, IntStream.range(0, count).mapToObj(i -> "note " + i).toArray(String[]::new));
    }

    private static DomainEventMessage<NotebookSnapshot> snapshot(String aggregateId, long sequence, String text) {
        return new GenericDomainEventMessage<>("Notebook", aggregateId, sequence, new NotebookSnapshot(text));
    }

    private static GlobalSequenceTrackingToken token(long position) {
        return new GlobalSequenceTrackingToken(position);
    }

    /** Stands for the state of an aggregate. */
    record NotebookSnapshot(String text) {}
}
