package exchange.eventstore;

import static exchange.eventstore.EngineUnderTest.concurrently;
import static exchange.eventstore.EngineUnderTest.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.axonframework.common.Registration;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;

/** What a decision has seen must still be so when it is recorded. */
interface ConditionConformance {

    EngineUnderTest subject();

    @Test
    default void a_command_whose_conditions_hold_is_recorded() {
        subject().note("listing", "one", "two");
        subject().note("member", "one");
        subject().command(() -> {
            AppendConditions.require("listing", 1);
            AppendConditions.require("member", 0);
            AppendConditions.require("nobody", -1);
            subject().store.publish(event("order", 0, "placed"));
        });
        assertThat(subject().texts()).endsWith("placed");
    }

    @Test
    default void a_command_that_has_seen_the_past_fails_and_names_the_aggregate() {
        subject().note("listing", "one", "two");
        subject().note("member", "one");
        PreconditionFailedException failed = catchThrowableOfType(PreconditionFailedException.class,
                () -> subject().command(() -> {
                    AppendConditions.require("member", 0);
                    AppendConditions.require("listing", 0);
                    subject().store.publish(event("order", 0, "placed"));
                }));
        assertThat(failed).isInstanceOf(ConcurrencyException.class).hasMessageContaining("[listing]");
        assertThat(failed.aggregateId()).isEqualTo("listing");
        assertThat(subject().engine.lastSequenceNumberFor("order")).isEmpty();
        assertThat(subject().engine.head()).isEqualTo(3);
    }

    @Test
    default void an_aggregate_that_must_not_exist_must_not_exist() {
        subject().note("a", "one");
        assertThatThrownBy(() -> requireAndAppend("a", -1)).isInstanceOf(PreconditionFailedException.class);
    }

    @Test
    default void an_aggregate_that_was_seen_must_exist() {
        assertThatThrownBy(() -> requireAndAppend("nobody", 0)).isInstanceOf(PreconditionFailedException.class);
    }

    @Test
    default void a_condition_on_the_stream_appended_to_means_the_stream_before_the_append() {
        subject().command(() -> {
            AppendConditions.require("a", -1);
            subject().store.publish(event("a", 0, "one"), event("a", 1, "two"));
        });
        subject().command(() -> {
            AppendConditions.require("a", 1);
            subject().store.publish(event("a", 2, "three"));
        });
        assertThatThrownBy(() -> subject().command(() -> {
            AppendConditions.require("a", 1);
            subject().store.publish(event("a", 3, "four"));
        })).isInstanceOf(PreconditionFailedException.class);
        assertThat(subject().texts()).containsExactly("one", "two", "three");
    }

    @Test
    default void a_condition_that_held_is_not_asked_again_in_a_later_round() {
        try (Registration _ = subject().store.subscribe(events -> {
            if (events.getFirst().getPayload().equals(new Noted("one"))) {
                subject().store.publish(event("a", 1, "reaction"));
            }
        })) {
            subject().command(() -> {
                AppendConditions.require("a", -1);
                subject().store.publish(event("a", 0, "one"));
            });
        }
        assertThat(subject().texts()).containsExactly("one", "reaction");
    }

    @Test
    default void two_states_of_one_aggregate_in_one_decision_are_refused() {
        subject().note("a", "one");
        assertThatThrownBy(() -> subject().command(() -> {
            AppendConditions.require("a", 0);
            AppendConditions.require("a", 0);
            AppendConditions.require("a", 1);
        })).isInstanceOf(PreconditionFailedException.class);
    }

    @Test
    default void conditions_of_one_command_do_not_bind_the_next() {
        subject().note("a", "one");
        assertThatThrownBy(() -> requireAndAppend("a", 5)).isInstanceOf(PreconditionFailedException.class);
        subject().note("order", "placed");
        assertThat(subject().texts()).containsExactly("one", "placed");
    }

    @Test
    default void a_condition_wants_a_unit_of_work() {
        assertThatThrownBy(() -> AppendConditions.require("a", 0)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    default void writers_that_depend_on_each_other_cannot_both_win() {
        subject().note("a", "zero");
        subject().note("b", "zero");
        for (long round = 0; round < 20; round++) {
            long a = subject().engine.lastSequenceNumberFor("a").orElseThrow();
            long b = subject().engine.lastSequenceNumberFor("b").orElseThrow();
            List<Boolean> won = concurrently(2, i -> wins(a, b, i == 0 ? "a" : "b", i == 0 ? a : b));
            assertThat(won).as("round " + round).containsOnlyOnce(true);
        }
    }

    private boolean wins(long lastOfA, long lastOfB, String aggregateId, long last) {
        try {
            subject().command(() -> {
                AppendConditions.require("a", lastOfA);
                AppendConditions.require("b", lastOfB);
                subject().store.publish(event(aggregateId, last + 1, "decided on both"));
            });
            return true;
        } catch (PreconditionFailedException e) {
            return false;
        }
    }

    private void requireAndAppend(String aggregateId, long lastSequence) {
        subject().command(() -> {
            AppendConditions.require(aggregateId, lastSequence);
            subject().store.publish(event("order", 0, "placed"));
        });
    }
}
