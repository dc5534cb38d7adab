package exchange.eventstore;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Where and when an event was recorded.
 *
 * @param position    its place in the log, from 1
 * @param eventId     its unique id
 * @param aggregateId the aggregate that it belongs to; the event id if it belongs to none
 * @param sequence    its place in the aggregate's stream, from 0
 * @param recordedAt  when it was recorded, in microseconds; never before the event in front of it
 * @param metaData    the metadata of the event
 */
public record RecordedEvent(long position, UUID eventId, String aggregateId, long sequence, Instant recordedAt,
        Map<String, ?> metaData) {}
