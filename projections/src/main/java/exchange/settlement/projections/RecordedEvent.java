package exchange.settlement.projections;

import exchange.settlement.domain.SettlementEvent;
import java.time.Instant;
import java.util.Map;

/**
 * An event as the log gives it to projections.
 *
 * @param position   its place in the log, from 1, without gaps
 * @param eventId    its unique id
 * @param stream     the aggregate that it belongs to
 * @param sequence   its place in the stream, from 0, without gaps
 * @param recordedAt when it was recorded; never before the event in front of it
 * @param event      what happened
 * @param metaData   which command recorded it, and for whom; see {@link Origin}
 */
public record RecordedEvent(long position, String eventId, String stream, long sequence, Instant recordedAt,
        SettlementEvent event, Map<String, Object> metaData) {

    public RecordedEvent {
        metaData = Map.copyOf(metaData);
    }
}
