package exchange.eventstore;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Appends to the event log: takes the lock, checks, inserts. Three statements, whatever the number of events. */
final class EventLogWriter {

    /** "EVENTLOG" in ASCII: the advisory lock under which positions are given, one per database. */
    static final long APPEND_LOCK = 0x4556454E544C4F47L;

    private static final String LOCK = "select pg_advisory_xact_lock(?)";

    /** Everything that an append must know, in one round trip; {@code kind} tells what a row is about. */
    static final String STATE = """
            select 'isolation' as kind, current_setting('transaction_isolation') as name, 0 as number,
                   null::timestamptz as recorded_at
            union all
            (select 'head', null, position, recorded_at from event order by position desc limit 1)
            union all
            select 'recorded', event_id::text, position, null from event where event_id = any (?)
            union all
            select 'stream', stream.id, last.sequence, null
              from unnest(?) as stream (id),
                   lateral (select sequence from event where aggregate_id = stream.id order by sequence desc limit 1) last
            """;

    private static final String INSERT = """
            insert into event (position, event_id, aggregate_id, sequence, aggregate_type, payload_type,
                               payload_revision, recorded_at, payload, metadata)
            select ? + n, event_id, aggregate_id, sequence, aggregate_type, payload_type, payload_revision, ?,
                   payload, metadata
              from unnest(?, ?, ?, ?, ?, ?, ?, ?) with ordinality
                as staged (event_id, aggregate_id, sequence, aggregate_type, payload_type, payload_revision, payload,
                           metadata, n)
            """;

    private final Clock clock;

    EventLogWriter(Clock clock) {
        this.clock = clock;
    }

    /** Appends within the transaction of the connection. */
    void append(Connection connection, Append append, Serializer serializer) throws SQLException {
        // Serialising needs no lock, so it must not make others wait for one.
        List<Row> rows = append.events().stream().map(event -> Row.of(event, serializer)).toList();
        // The lock is a statement of its own: in READ COMMITTED every statement sees what was committed before it
        // began, so only a statement that begins with the lock held sees what the lock's last holder wrote.
        lock(connection);
        LogState log = state(connection, append);
        append.verify(log);
        Instant recordedAt = log.nextTime(clock);
        insert(connection, rows, log.position(), recordedAt);
        append.acknowledge(log.position() + 1, recordedAt);
    }

    private static void lock(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
            statement.setLong(1, APPEND_LOCK);
            statement.execute();
        }
    }

    private static LogState state(Connection connection, Append append) throws SQLException {
        long position = 0;
        Instant recordedAt = Instant.MIN;
        Set<UUID> recordedIds = new HashSet<>();
        Map<String, Long> lastSequences = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(STATE)) {
            statement.setArray(1, connection.createArrayOf("uuid", append.eventIds().toArray()));
            statement.setArray(2, connection.createArrayOf("text", append.streams().toArray()));
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                switch (rows.getString("kind")) {
                    case "isolation" -> requireReadCommitted(rows.getString("name"));
                    case "head" -> {
                        position = rows.getLong("number");
                        recordedAt = rows.getObject("recorded_at", OffsetDateTime.class).toInstant();
                    }
                    case "recorded" -> recordedIds.add(UUID.fromString(rows.getString("name")));
                    case "stream" -> lastSequences.put(rows.getString("name"), rows.getLong("number"));
                    default -> throw new IllegalStateException("Unexpected row: " + rows.getString("kind"));
                }
            }
        }
        return new LogState(position, recordedAt, recordedIds, lastSequences);
    }

    /** A stricter level would show the log as it was before the lock was waited for. */
    private static void requireReadCommitted(String isolation) {
        if (!isolation.equals("read committed")) {
            throw new EventStoreException("Events are appended in READ COMMITTED transactions only, not in " + isolation);
        }
    }

    private static void insert(Connection connection, List<Row> rows, long head, Instant recordedAt)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setLong(1, head);
            statement.setObject(2, recordedAt.atOffset(ZoneOffset.UTC));
            statement.setArray(3, column(connection, "uuid", rows, row -> row.event().eventId()));
            statement.setArray(4, column(connection, "text", rows, row -> row.event().aggregateId()));
            statement.setArray(5, column(connection, "bigint", rows, row -> row.event().sequence()));
            statement.setArray(6, column(connection, "text", rows, row -> row.event().aggregateType()));
            statement.setArray(7, column(connection, "text", rows, row -> row.payload().getType().getName()));
            statement.setArray(8, column(connection, "text", rows, row -> row.payload().getType().getRevision()));
            statement.setArray(9, bytes(connection, rows, row -> row.payload().getData()));
            statement.setArray(10, bytes(connection, rows, row -> row.metaData().getData()));
            statement.executeUpdate();
        }
    }

    private static Array column(Connection connection, String type, List<Row> rows,
            Function<Row, @Nullable Object> value) throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(value).toArray());
    }

    private static Array bytes(Connection connection, List<Row> rows, Function<Row, byte[]> value)
            throws SQLException {
        return connection.createArrayOf("bytea", rows.stream().map(value).toArray(byte[][]::new));
    }

    /** An event and what is stored of it. */
    private record Row(StagedEvent event, SerializedObject<byte[]> payload, SerializedObject<byte[]> metaData) {

        static Row of(StagedEvent event, Serializer serializer) {
            return new Row(event, event.message().serializePayload(serializer, byte[].class),
                    event.message().serializeMetaData(serializer, byte[].class));
        }
    }
}
