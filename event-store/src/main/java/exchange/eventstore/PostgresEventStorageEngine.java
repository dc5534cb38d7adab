package exchange.eventstore;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.common.AxonConfigurationException;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The event log in PostgreSQL, one transaction per command.
 * <p>
 * Appends take part in the transaction of the unit of work, through the connection provider: all of its events become
 * visible with its commit, and none if it rolls back. Appends are serial from the first append of a transaction to its
 * end, under one advisory lock, which makes every check conclusive and positions gapless. A connection in auto-commit
 * mode is taken as a sign that there is no transaction, and the append then commits by itself. So a connection pool
 * must hand out connections in auto-commit mode, as pools do by default.
 * <p>
 * Transactions must be READ COMMITTED; others are refused. The tables are those of
 * {@code db/migration/eventstore/V1__event_log.sql} in the search path of the connection.
 */
public class PostgresEventStorageEngine extends BatchingEventStorageEngine implements GaplessEventStorageEngine {

    private static final Logger log = LoggerFactory.getLogger(PostgresEventStorageEngine.class);

    private final Database database;
    private final EventLogWriter writer;

    protected PostgresEventStorageEngine(Builder builder) {
        super(builder);
        this.database = new Database(builder.connectionProvider());
        this.writer = new EventLogWriter(builder.clock);
    }

    /** A builder; the connection provider is required. Set the serializers: the default is XStream. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public long head() {
        return database.run("read the last position", EventLogReader::head);
    }

    @Override
    public List<TrackedEventMessage<?>> read(long afterPosition, int limit) {
        long position = afterPosition;
        while (true) {
            List<TrackedDomainEventData<byte[]>> stored = fetchAfter(position, limit);
            List<TrackedEventMessage<?>> events = EventUtils
                    .upcastAndDeserializeTrackedEvents(stored.stream(), getEventSerializer(), upcasterChain).toList();
            if (!events.isEmpty() || stored.isEmpty()) {
                return events;
            }
            // Upcasters dropped all of them. An empty answer would say that the log ends here.
            position = Positions.of(stored.getLast().trackingToken());
        }
    }

    @Override
    public Optional<CommandTrace> trace(UUID commandId) {
        List<RecordedEvent> events = database.run("trace command [" + commandId + "]",
                connection -> EventLogReader.ofCommand(connection, commandId, getEventSerializer()));
        return events.isEmpty() ? Optional.empty() : Optional.of(new CommandTrace(commandId, events));
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        Append append = Append.of(events);
        database.runInTransaction("append " + events.size() + " events", connection -> {
            writer.append(connection, append, serializer);
            return append;
        });
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        database.runInTransaction("store a snapshot of [" + snapshot.getAggregateIdentifier() + "]", connection -> {
            SnapshotTable.store(connection, snapshot, serializer);
            return snapshot;
        });
    }

    /**
     * Reads the snapshot eagerly. Axon reads snapshots lazily and would find out that one is unreadable only when it is
     * too late to do without it; a state of an unknown type it would even take for an event.
     */
    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
        try {
            Optional<DomainEventMessage<?>> snapshot = super.readSnapshot(aggregateIdentifier);
            if (snapshot.isPresent() && snapshot.get().getPayload() instanceof UnknownSerializedType unknown) {
                log.warn("The snapshot of aggregate [{}] is of unknown type [{}]; its events are read instead.",
                        aggregateIdentifier, unknown.serializedType().getName());
                return Optional.empty();
            }
            return snapshot;
        } catch (EventStoreException e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            log.warn("The snapshot of aggregate [{}] cannot be read; its events are read instead.",
                    aggregateIdentifier, e);
            return Optional.empty();
        }
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
        return database.run("read the snapshot of [" + aggregateIdentifier + "]",
                connection -> SnapshotTable.load(connection, aggregateIdentifier)).stream();
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(String aggregateIdentifier, long firstSequenceNumber,
            int batchSize) {
        return database.run("read events of [" + aggregateIdentifier + "]",
                connection -> EventLogReader.ofAggregate(connection, aggregateIdentifier, firstSequenceNumber,
                        batchSize));
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken lastToken, int batchSize) {
        return fetchAfter(Positions.of(lastToken), batchSize);
    }

    private List<TrackedDomainEventData<byte[]>> fetchAfter(long position, int limit) {
        return database.run("read events after position " + position,
                connection -> EventLogReader.after(connection, position, limit));
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        return database.run("read the last sequence of [" + aggregateIdentifier + "]",
                connection -> EventLogReader.lastSequence(connection, aggregateIdentifier));
    }

    @Override
    public TrackingToken createTailToken() {
        return Positions.token(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return Positions.token(head());
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return Positions.token(database.run("find the position at " + dateTime,
                connection -> EventLogReader.positionBefore(connection, dateTime)));
    }

    /** Builds the engine. */
    public static class Builder extends BatchingEventStorageEngine.Builder {

        private @Nullable ConnectionProvider connectionProvider;
        private Clock clock = Clock.systemUTC();

        /** Gives the connections; within a transaction, the one that takes part in it. */
        public Builder connectionProvider(ConnectionProvider provider) {
            this.connectionProvider = provider;
            return this;
        }

        /** Tells the time to record; the system's clock by default. */
        public Builder clock(Clock recordingClock) {
            this.clock = recordingClock;
            return this;
        }

        @Override
        public Builder eventSerializer(Serializer serializer) {
            super.eventSerializer(serializer);
            return this;
        }

        @Override
        public Builder snapshotSerializer(Serializer serializer) {
            super.snapshotSerializer(serializer);
            return this;
        }

        @Override
        public Builder snapshotFilter(SnapshotFilter filter) {
            super.snapshotFilter(filter);
            return this;
        }

        @Override
        public Builder upcasterChain(EventUpcaster upcasters) {
            super.upcasterChain(upcasters);
            return this;
        }

        /** How many stored events are read at once; 100 by default. */
        @Override
        public Builder batchSize(int events) {
            super.batchSize(events);
            return this;
        }

        /** Builds the engine; the connection provider must be set. */
        public PostgresEventStorageEngine build() {
            return new PostgresEventStorageEngine(this);
        }

        @Override
        protected void validate() {
            super.validate();
            connectionProvider();
        }

        private ConnectionProvider connectionProvider() {
            if (connectionProvider == null) {
                throw new AxonConfigurationException("The connection provider is required");
            }
            return connectionProvider;
        }
    }
}
