package exchange.eventstore;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * An event that is about to be appended.
 *
 * @param eventId       its unique id
 * @param aggregateId   the aggregate; the event id if it belongs to none, as Axon's own engines store it
 * @param sequence      its place in the stream of the aggregate, from 0
 * @param aggregateType the type of the aggregate; null if it belongs to none
 * @param message       the event itself
 */
record StagedEvent(UUID eventId, String aggregateId, long sequence, @Nullable String aggregateType,
        EventMessage<?> message) {

    static StagedEvent of(EventMessage<?> message) {
        UUID eventId = eventId(message.getIdentifier());
        if (message instanceof DomainEventMessage<?> event) {
            return new StagedEvent(eventId, event.getAggregateIdentifier(), event.getSequenceNumber(), event.getType(),
                    message);
        }
        return new StagedEvent(eventId, message.getIdentifier(), 0, null, message);
    }

    RecordedEvent recorded(long position, Instant recordedAt) {
        return new RecordedEvent(position, eventId, aggregateId, sequence, recordedAt, message.getMetaData());
    }

    /** The failure of this event to be the one behind the last event of its aggregate. */
    RuntimeException conflict(long lastSequence) {
        if (sequence == 0) {
            return new AggregateStreamCreationException("Aggregate [" + aggregateId
                    + "] cannot be created: it has events up to sequence " + lastSequence);
        }
        return new ConcurrencyException("Event [" + eventId + "] takes sequence " + sequence + " of aggregate ["
                + aggregateId + "], whose last sequence is " + lastSequence);
    }

    private static UUID eventId(String identifier) {
        try {
            UUID id = UUID.fromString(identifier);
            if (id.toString().equalsIgnoreCase(identifier)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            throw new EventStoreException("Event identifier [" + identifier + "] is not a UUID", e);
        }
        throw new EventStoreException("Event identifier [" + identifier + "] is not a UUID in its usual form");
    }
}
