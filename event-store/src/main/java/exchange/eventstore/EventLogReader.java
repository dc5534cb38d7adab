package exchange.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/** Reads stored events from the log, as they were recorded. */
final class EventLogReader {

    /** How many event ids of a command are looked up at once. */
    private static final int TRACE_BATCH = 16;

    private static final String COLUMNS = """
            select position, event_id, aggregate_id, sequence, aggregate_type, payload_type, payload_revision,
                   recorded_at, payload, metadata
              from event
            """;

    static final String AFTER = COLUMNS + "where position > ? order by position limit ?";

    static final String OF_AGGREGATE = COLUMNS + "where aggregate_id = ? and sequence >= ? order by sequence limit ?";

    /**
     * Halves the log until it finds the last position before a time. Works because times never decrease with the
     * position and positions have no gaps, and needs no index on times.
     */
    private static final String POSITION_BEFORE = """
            with recursive search (low, high) as (
                select 0::bigint, coalesce(max(position), 0) from event
                union all
                select case when earlier then middle else low end, case when earlier then high else middle - 1 end
                  from search,
                       lateral (select position as middle, recorded_at < ? as earlier
                                  from event where position = (low + high + 1) / 2) probe
                 where low < high
            )
            select low from search where low = high
            """;

    private EventLogReader() {}

    static long head(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select coalesce(max(position), 0) from event")) {
            return firstLong(statement).orElseThrow();
        }
    }

    static long positionBefore(Connection connection, Instant time) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(POSITION_BEFORE)) {
            statement.setObject(1, time.atOffset(ZoneOffset.UTC));
            return firstLong(statement).orElseThrow();
        }
    }

    static Optional<Long> lastSequence(Connection connection, String aggregateId) throws SQLException {
        String last = "select sequence from event where aggregate_id = ? order by sequence desc limit 1";
        try (PreparedStatement statement = connection.prepareStatement(last)) {
            statement.setString(1, aggregateId);
            return firstLong(statement);
        }
    }

    static List<TrackedDomainEventData<byte[]>> after(Connection connection, long position, int limit)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(AFTER)) {
            statement.setLong(1, position);
            statement.setInt(2, limit);
            return events(statement);
        }
    }

    static List<TrackedDomainEventData<byte[]>> ofAggregate(Connection connection, String aggregateId,
            long firstSequence, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OF_AGGREGATE)) {
            statement.setString(1, aggregateId);
            statement.setLong(2, firstSequence);
            statement.setInt(3, limit);
            return events(statement);
        }
    }

    /** The events of a command, in order of position. Their ids have no gaps, so the first one missing is the end. */
    static List<RecordedEvent> ofCommand(Connection connection, UUID commandId, Serializer serializer)
            throws SQLException {
        List<RecordedEvent> found = new ArrayList<>();
        int asked = 0;
        while (found.size() == asked) {
            UUID[] ids = new UUID[TRACE_BATCH];
            for (int i = 0; i < ids.length; i++) {
                ids[i] = CommandIdentity.eventId(commandId, asked + i);
            }
            asked += ids.length;
            found.addAll(recorded(connection, ids, serializer));
        }
        return found;
    }

    private static List<RecordedEvent> recorded(Connection connection, UUID[] ids, Serializer serializer)
            throws SQLException {
        String byId = """
                select position, event_id, aggregate_id, sequence, recorded_at, metadata
                  from event where event_id = any (?) order by position
                """;
        List<RecordedEvent> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(byId)) {
            statement.setArray(1, connection.createArrayOf("uuid", ids));
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                MetaData metaData = serializer.deserialize(metaData(rows));
                found.add(new RecordedEvent(rows.getLong("position"), rows.getObject("event_id", UUID.class),
                        rows.getString("aggregate_id"), rows.getLong("sequence"), instant(rows), metaData));
            }
        }
        return found;
    }

    private static List<TrackedDomainEventData<byte[]>> events(PreparedStatement statement) throws SQLException {
        List<TrackedDomainEventData<byte[]>> events = new ArrayList<>();
        ResultSet rows = statement.executeQuery();
        while (rows.next()) {
            StoredEvent event = new StoredEvent(rows.getString("event_id"), rows.getString("aggregate_id"),
                    rows.getLong("sequence"), rows.getString("aggregate_type"), instant(rows), payload(rows),
                    metaData(rows));
            events.add(new TrackedDomainEventData<>(Positions.token(rows.getLong("position")), event));
        }
        return events;
    }

    static SerializedObject<byte[]> payload(ResultSet rows) throws SQLException {
        return StoredEvent.payload(rows.getString("payload_type"), rows.getString("payload_revision"),
                rows.getBytes("payload"));
    }

    static SerializedObject<byte[]> metaData(ResultSet rows) throws SQLException {
        return StoredEvent.metaData(rows.getBytes("metadata"));
    }

    static Instant instant(ResultSet rows) throws SQLException {
        return rows.getObject("recorded_at", OffsetDateTime.class).toInstant();
    }

    private static Optional<Long> firstLong(PreparedStatement statement) throws SQLException {
        ResultSet rows = statement.executeQuery();
        return rows.next() ? Optional.of(rows.getLong(1)) : Optional.empty();
    }
}
