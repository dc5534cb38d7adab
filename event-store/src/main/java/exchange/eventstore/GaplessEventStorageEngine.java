package exchange.eventstore;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/**
 * An event log whose positions start at 1 and have no gaps, and in which no event appears behind one that a reader has
 * already seen.
 * <p>
 * So a position is a complete cut of the past: a reader needs no gap handling, and a sum pinned to a position never
 * drifts. Tracking tokens are {@link org.axonframework.eventhandling.GlobalSequenceTrackingToken}s of positions; the
 * tail is token 0, before the first event.
 * <p>
 * Every append verifies, in this order and conclusively:
 * <ol>
 * <li>that none of its event ids is recorded, or else throws {@link CommandRepeatedException};</li>
 * <li>the {@link AppendConditions} of the unit of work, or else throws {@link PreconditionFailedException};</li>
 * <li>that every event takes the next sequence of its aggregate, or else throws
 * {@link org.axonframework.modelling.command.AggregateStreamCreationException} for a first event and
 * {@link org.axonframework.modelling.command.ConcurrencyException} for a later one.</li>
 * </ol>
 * A refused append fails its own unit of work only. The time recorded with an event, which is also the timestamp of the
 * message when it is read, never decreases with the position and has microseconds; it is the time of recording, not the
 * timestamp that the message was published with.
 * <p>
 * Event identifiers must be UUIDs in their usual text form. Failures of the storage itself are
 * {@link org.axonframework.eventsourcing.eventstore.EventStoreException}s, and leave nothing half written.
 */
public interface GaplessEventStorageEngine extends EventStorageEngine {

    /** The position of the last event that readers can see; 0 when there is none. */
    long head();

    /**
     * Reads the events behind a position, upcast, in order of position.
     * <p>
     * The limit bounds the stored events that are read at once. Upcasters may merge or drop some of them, so that fewer
     * come back; the list is empty only at the end of the log.
     *
     * @param afterPosition the last position that the reader knows; 0 to read from the beginning
     * @param limit         at most how many stored events to read; positive
     */
    List<TrackedEventMessage<?>> read(long afterPosition, int limit);

    /**
     * What a command recorded, or empty when it has recorded nothing.
     *
     * @param commandId the id in the metadata of the command, see {@link CommandIdentity}
     */
    Optional<CommandTrace> trace(UUID commandId);
}
