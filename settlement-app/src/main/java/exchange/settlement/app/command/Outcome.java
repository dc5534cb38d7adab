package exchange.settlement.app.command;

import exchange.eventstore.RecordedEvent;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of a command that was not refused. */
public sealed interface Outcome {

    /**
     * Recorded, and durable.
     *
     * @param state  the target's state afterwards, as its handler returned it
     * @param events what was recorded, in order
     */
    record Recorded(@Nullable Object state, List<RecordedEvent> events) implements Outcome {}

    /**
     * Recorded by an earlier delivery of the same command.
     *
     * @param commandId the command
     * @param events    what was recorded then
     */
    record Repeated(UUID commandId, List<RecordedEvent> events) implements Outcome {}

    /**
     * Would be recorded, but was only tried.
     *
     * @param state the target's state as it would be
     */
    record Tried(@Nullable Object state) implements Outcome {}

    /** There was nothing to do. */
    record Nothing() implements Outcome {}
}
