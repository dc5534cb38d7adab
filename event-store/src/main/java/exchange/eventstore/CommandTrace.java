package exchange.eventstore;

import java.util.List;
import java.util.UUID;

/**
 * What one command recorded.
 *
 * @param commandId the command
 * @param events    its events in order of position; never empty
 */
public record CommandTrace(UUID commandId, List<RecordedEvent> events) {

    public CommandTrace {
        events = List.copyOf(events);
        if (events.isEmpty()) {
            throw new IllegalArgumentException("A trace has at least one event: " + commandId);
        }
    }
}
