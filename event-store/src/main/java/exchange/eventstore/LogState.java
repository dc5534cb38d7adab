package exchange.eventstore;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What an append must know of the log, read while nothing else can be appended.
 *
 * @param position       the position of the last event; 0 if there is none
 * @param recordedAt     the time of the last event; {@link Instant#MIN} if there is none
 * @param recordedIds    those of the event ids in question that are recorded
 * @param lastSequences  the last sequence of the streams in question; streams without events are absent
 */
record LogState(long position, Instant recordedAt, Set<UUID> recordedIds, Map<String, Long> lastSequences) {

    /** The last sequence of a stream; -1 if it has no events. */
    long lastSequence(String aggregateId) {
        return lastSequences.getOrDefault(aggregateId, -1L);
    }

    /** The time to record now: never before the last recorded time, even if the clock has been set back. */
    Instant nextTime(Clock clock) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return now.isBefore(recordedAt) ? recordedAt : now;
    }
}
