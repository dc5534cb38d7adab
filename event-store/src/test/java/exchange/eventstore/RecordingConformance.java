package exchange.eventstore;

import static exchange.eventstore.EngineUnderTest.concurrently;
import static exchange.eventstore.EngineUnderTest.elsewhere;
import static exchange.eventstore.EngineUnderTest.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;

/** How events get positions, times and their place in a stream, and when they become visible. */
interface RecordingConformance {

    EngineUnderTest subject();

    @Test
    default void positions_have_no_gaps_under_sixteen_writers_and_no_reader_ever_sees_one() {
        int writers = 16;
        int commands = 10;
        AtomicInteger writing = new AtomicInteger(writers);
        List<Integer> readsOrCommands = concurrently(writers + 1, i -> {
            if (i == writers) {
                return readWhile(() -> writing.get() > 0);
            }
            try {
                for (int n = 0; n < commands; n++) {
                    subject().note("writer-" + i, "first", "second");
                }
                return commands;
            } finally {
                writing.decrementAndGet();
            }
        });
        assertThat(readsOrCommands).hasSize(writers + 1).doesNotContain(0);
        assertThat(subject().engine.head()).isEqualTo(2L * writers * commands);
        assertGapless(subject().all(), 2L * writers * commands);
    }

    private int readWhile(BooleanSupplier writing) {
        int reads = 0;
        do {
            long head = subject().engine.head();
            List<TrackedEventMessage<?>> seen = subject().all();
            assertThat(seen).hasSizeGreaterThanOrEqualTo(Math.toIntExact(head));
            assertGapless(seen, seen.size());
            reads++;
        } while (writing.getAsBoolean());
        return reads;
    }

    private static void assertGapless(List<TrackedEventMessage<?>> events, long last) {
        assertThat(events).extracting(EngineUnderTest::position)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, last).boxed().toList());
    }

    @Test
    default void no_reader_sees_an_event_before_its_commit() {
        subject().command(() -> {
            subject().store.publish(event("a", 0, "one"));
            CurrentUnitOfWork.get().onPrepareCommit(unitOfWork -> {
                assertThat(AppendReceipt.of(unitOfWork).events()).as("is appended").hasSize(1);
                assertThat(elsewhere(() -> subject().engine.head())).isZero();
                assertThat(elsewhere(() -> subject().all())).isEmpty();
                assertThat(elsewhere(() -> subject().engine.readEvents("a").hasNext())).isFalse();
            });
        });
        assertThat(subject().engine.head()).isEqualTo(1);
        assertThat(subject().texts()).containsExactly("one");
    }

    @Test
    default void a_conflict_fails_only_its_own_command() {
        subject().note("a", "one", "two");
        assertThatThrownBy(() -> subject().command(() -> {
            subject().store.publish(event("b", 0, "goes with the conflict"));
            subject().store.publish(event("a", 1, "too late"));
        })).isInstanceOf(ConcurrencyException.class).hasMessageContaining("[a]");
        subject().note("c", "three");
        assertThat(subject().texts()).containsExactly("one", "two", "three");
        assertThat(subject().engine.head()).isEqualTo(3);
    }

    @Test
    default void of_concurrent_writers_of_one_sequence_exactly_one_wins() {
        subject().note("a", "zero");
        List<Boolean> won = concurrently(8, i -> {
            try {
                subject().command(() -> subject().store.publish(event("a", 1, "writer " + i)));
                return true;
            } catch (ConcurrencyException e) {
                return false;
            }
        });
        assertThat(won).containsOnlyOnce(true);
        assertThat(subject().all()).hasSize(2);
    }

    @Test
    default void an_aggregate_is_created_once() {
        subject().note("a", "one");
        assertThatThrownBy(() -> subject().command(() -> subject().store.publish(event("a", 0, "again"))))
                .isInstanceOf(AggregateStreamCreationException.class).hasMessageContaining("[a]");
        assertThat(subject().texts()).containsExactly("one");
    }

    @Test
    default void a_sequence_that_leaves_a_gap_is_refused() {
        assertThatThrownBy(() -> subject().command(() -> subject().store.publish(event("a", 1, "no zero"))))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(subject().engine.head()).isZero();
    }

    @Test
    default void an_event_cannot_be_appended_twice_at_once() {
        EventMessage<?> event = GenericEventMessage.asEventMessage(new Noted("twice"));
        assertThatThrownBy(() -> subject().command(() -> subject().store.publish(event, event)))
                .isInstanceOf(EventStoreException.class);
        assertThat(subject().engine.head()).isZero();
    }

    @Test
    default void a_command_that_fails_leaves_nothing_and_no_gap() {
        assertThatThrownBy(() -> subject().command(() -> {
            subject().store.publish(event("a", 0, "never"));
            throw new IllegalStateException("refused");
        })).hasMessage("refused");
        subject().note("a", "one");
        assertThat(subject().all()).extracting(EngineUnderTest::position).containsExactly(1L);
    }

    @Test
    default void a_rollback_after_the_append_leaves_nothing_and_no_gap() {
        subject().note("a", "one");
        AppendReceipt[] receipt = new AppendReceipt[1];
        assertThatThrownBy(() -> subject().command(() -> {
            receipt[0] = AppendReceipt.of(CurrentUnitOfWork.get());
            subject().store.publish(event("a", 1, "never"), event("b", 0, "never"));
            CurrentUnitOfWork.get().onPrepareCommit(_ -> {
                assertThat(receipt[0].events()).as("is appended").hasSize(2);
                throw new IllegalStateException("late refusal");
            });
        })).hasMessage("late refusal");
        assertThat(receipt[0].events()).isEmpty();
        assertThat(subject().engine.lastSequenceNumberFor("b")).isEmpty();
        subject().note("b", "two");
        subject().note("a", "three");
        assertThat(subject().texts()).containsExactly("one", "two", "three");
        assertThat(subject().all()).extracting(EngineUnderTest::position).containsExactly(1L, 2L, 3L);
    }

    @Test
    default void recorded_time_never_decreases_though_the_clock_is_set_back() {
        Instant start = Instant.parse("2026-03-01T08:00:00.123456Z");
        subject().note("a", "one");
        subject().clock.advance(Duration.ofMinutes(-5));
        subject().note("a", "two");
        subject().clock.advance(Duration.ofMinutes(6));
        subject().note("a", "three");
        assertThat(subject().all()).extracting(TrackedEventMessage::getTimestamp)
                .containsExactly(start, start, start.plusSeconds(60));
        assertThat(subject().engine.readEvents("a").next().getTimestamp()).isEqualTo(start);
    }

    @Test
    default void an_append_outside_of_a_unit_of_work_commits_at_once() {
        subject().engine.appendEvents(event("a", 0, "one"), event("a", 1, "two"));
        assertThatThrownBy(() -> subject().engine.appendEvents(event("b", 0, "never"), event("a", 1, "again")))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(elsewhere(() -> subject().texts())).containsExactly("one", "two");
    }

    @Test
    default void an_event_of_no_aggregate_is_kept_under_its_own_id() {
        EventMessage<?> event = GenericEventMessage.asEventMessage(new Noted("alone"));
        AppendReceipt receipt = subject().command(() -> subject().store.publish(event));
        assertThat(receipt.events()).singleElement().satisfies(recorded -> {
            assertThat(recorded.aggregateId()).isEqualTo(event.getIdentifier());
            assertThat(recorded.sequence()).isZero();
        });
        assertThat(subject().all()).singleElement()
                .satisfies(read -> assertThat(read.getIdentifier()).isEqualTo(event.getIdentifier()));
        assertThat(subject().texts()).containsExactly("alone");
    }

    @Test
    default void an_identifier_that_is_no_uuid_is_refused() {
        EventMessage<?> event = new GenericEventMessage<>("no-uuid", new Noted("never"), Map.of(), Instant.EPOCH);
        assertThatThrownBy(() -> subject().engine.appendEvents(event)).isInstanceOf(EventStoreException.class)
                .hasMessageContaining("no-uuid");
    }
}
