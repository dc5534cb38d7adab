package exchange.eventstore;

import static exchange.eventstore.EngineUnderTest.concurrently;
import static exchange.eventstore.EngineUnderTest.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.axonframework.common.Registration;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.junit.jupiter.api.Test;

/** A command has one effect, and can find it again. */
interface CommandConformance {

    UUID COMMAND = UUID.fromString("8c9a3f0e-5ac8-4f2b-9f0e-0d6a3b1c2d4e");

    EngineUnderTest subject();

    @Test
    default void a_repeated_command_has_one_effect() {
        subject().command(COMMAND, () -> subject().store.publish(event("a", 0, "one"), event("b", 0, "two")));
        CommandRepeatedException repeated = catchThrowableOfType(CommandRepeatedException.class, () -> subject()
                .command(COMMAND, () -> subject().store.publish(event("a", 1, "again"), event("b", 1, "again"))));
        assertThat(repeated.commandId()).contains(COMMAND);
        assertThat(repeated.eventId()).isEqualTo(CommandIdentity.eventId(COMMAND, 0));
        assertThat(subject().texts()).containsExactly("one", "two");
    }

    @Test
    default void a_repeat_that_also_conflicts_is_recognised_as_a_repeat() {
        subject().command(COMMAND, () -> subject().store.publish(event("a", 0, "one")));
        assertThatThrownBy(() -> subject().command(COMMAND, () -> {
            AppendConditions.require("a", -1);
            subject().store.publish(event("a", 0, "one"));
        })).isInstanceOf(CommandRepeatedException.class);
    }

    @Test
    default void a_command_repeated_eight_times_at_once_has_one_effect() {
        List<String> outcomes = concurrently(8, i -> {
            try {
                subject().command(COMMAND, () -> subject().store.publish(event("a", 0, "one")));
                return "recorded";
            } catch (CommandRepeatedException e) {
                return "repeated";
            }
        });
        assertThat(outcomes).containsOnlyOnce("recorded").containsOnly("recorded", "repeated");
        assertThat(subject().texts()).containsExactly("one");
    }

    @Test
    default void events_are_counted_over_all_rounds_of_the_unit_of_work() {
        try (Registration _ = subject().store.subscribe(events -> {
            if (events.size() == 2) {
                subject().store.publish(event("b", 0, "reaction"));
            }
        })) {
            AppendReceipt receipt = subject().command(COMMAND, () -> {
                subject().store.publish(event("a", 0, "one"));
                subject().store.publish(event("a", 1, "two"));
            });
            assertThat(receipt.events()).extracting(RecordedEvent::eventId).containsExactly(
                    CommandIdentity.eventId(COMMAND, 0), CommandIdentity.eventId(COMMAND, 1),
                    CommandIdentity.eventId(COMMAND, 2));
        }
        assertThat(subject().texts()).containsExactly("one", "two", "reaction");
        assertThat(subject().all()).extracting(TrackedEventMessage::getIdentifier).element(2)
                .isEqualTo(CommandIdentity.eventId(COMMAND, 2).toString());
    }

    @Test
    default void a_trace_tells_what_a_command_recorded_and_nothing_else() {
        subject().note("a", "before");
        int count = 40;
        AppendReceipt receipt = subject().command(COMMAND, () -> IntStream.range(0, count)
                .forEach(i -> subject().store.publish(event("b", i, "event " + i))));
        subject().note("b", "after");
        CommandTrace trace = subject().engine.trace(COMMAND).orElseThrow();
        assertThat(trace.commandId()).isEqualTo(COMMAND);
        assertThat(trace.events()).hasSize(count).isEqualTo(receipt.events());
        assertThat(trace.events().getFirst()).satisfies(first -> {
            assertThat(first.position()).isEqualTo(2);
            assertThat(first.aggregateId()).isEqualTo("b");
            assertThat(first.sequence()).isZero();
            assertThat(first.recordedAt()).isEqualTo(subject().all().get(1).getTimestamp());
        });
    }

    @Test
    default void a_command_that_recorded_nothing_has_no_trace() {
        subject().note("a", "one");
        assertThatThrownBy(() -> subject().command(COMMAND, () -> subject().store.publish(event("a", 0, "refused"))))
                .isNotNull();
        assertThat(subject().engine.trace(COMMAND)).isEmpty();
        subject().command(COMMAND, () -> subject().store.publish(event("a", 1, "accepted")));
        assertThat(subject().engine.trace(COMMAND)).isPresent();
    }

    @Test
    default void a_receipt_tells_positions_in_order() {
        subject().note("a", "one");
        AppendReceipt receipt = subject().command(() -> subject().store.publish(event("b", 0, "two"), event("a", 1, "three")));
        assertThat(receipt.lastPosition()).hasValue(3);
        assertThat(receipt.events()).extracting(RecordedEvent::position).containsExactly(2L, 3L);
        assertThat(receipt.events()).extracting(RecordedEvent::aggregateId).containsExactly("b", "a");
        assertThat(receipt.events()).extracting(RecordedEvent::sequence).containsExactly(0L, 1L);
    }

    @Test
    default void the_receipt_of_a_command_that_appends_nothing_is_empty() {
        AppendReceipt receipt = subject().command(() -> CurrentUnitOfWork.get().resources().put("looked", "only"));
        assertThat(receipt.events()).isEmpty();
        assertThat(receipt.lastPosition()).isEmpty();
    }
}
