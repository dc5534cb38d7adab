package exchange.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/** Keeps the newest snapshot of each aggregate. */
final class SnapshotTable {

    /** Snapshots are taken concurrently: one that comes late must not replace a newer one. */
    private static final String STORE = """
            insert into snapshot (aggregate_id, sequence, aggregate_type, payload_type, payload_revision, payload,
                                  metadata, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (aggregate_id) do update
               set sequence = excluded.sequence, aggregate_type = excluded.aggregate_type,
                   payload_type = excluded.payload_type, payload_revision = excluded.payload_revision,
                   payload = excluded.payload, metadata = excluded.metadata, recorded_at = excluded.recorded_at
             where snapshot.sequence <= excluded.sequence
            """;

    private static final String LOAD = """
            select sequence, aggregate_type, payload_type, payload_revision, payload, metadata, recorded_at
              from snapshot where aggregate_id = ?
            """;

    private SnapshotTable() {}

    static void store(Connection connection, DomainEventMessage<?> snapshot, Serializer serializer)
            throws SQLException {
        SerializedObject<byte[]> payload = snapshot.serializePayload(serializer, byte[].class);
        try (PreparedStatement statement = connection.prepareStatement(STORE)) {
            statement.setString(1, snapshot.getAggregateIdentifier());
            statement.setLong(2, snapshot.getSequenceNumber());
            statement.setString(3, snapshot.getType());
            statement.setString(4, payload.getType().getName());
            statement.setString(5, payload.getType().getRevision());
            statement.setBytes(6, payload.getData());
            statement.setBytes(7, snapshot.serializeMetaData(serializer, byte[].class).getData());
            statement.setObject(8, snapshot.getTimestamp().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }

    static Optional<DomainEventData<byte[]>> load(Connection connection, String aggregateId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOAD)) {
            statement.setString(1, aggregateId);
            ResultSet rows = statement.executeQuery();
            if (!rows.next()) {
                return Optional.empty();
            }
            // A snapshot is no event: it has no id of its own, and nobody asks for one.
            String id = aggregateId + "@" + rows.getLong("sequence");
            return Optional.of(new StoredEvent(id, aggregateId, rows.getLong("sequence"), rows.getString("aggregate_type"),
                    EventLogReader.instant(rows), EventLogReader.payload(rows), EventLogReader.metaData(rows)));
        }
    }
}
