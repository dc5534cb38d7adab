package exchange.eventstore;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * The executable specification of {@link GaplessEventStorageEngine}: in memory, and as plain as it can be. For
 * simulations and tests.
 * <p>
 * Appending takes a lock that the unit of work holds until it ends, so units of work append one after the other.
 * Its events are visible to itself at once and to everybody else when it commits; a rollback removes them. Outside of a
 * unit of work an append commits at once. Nothing is serialised: readers get the very payloads that were appended,
 * which must therefore be immutable, and there is nothing to upcast.
 */
public final class ReferenceEventStorageEngine implements GaplessEventStorageEngine {

    private final Clock clock;

    /** Held by the thread whose unit of work is appending, until that unit of work ends. */
    private final ReentrantLock appending = new ReentrantLock();

    private final InMemoryLog log = new InMemoryLog();
    private final Map<String, DomainEventMessage<?>> snapshots = new HashMap<>();

    /** An empty log that records the time of a clock. */
    public ReferenceEventStorageEngine(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        if (events.isEmpty()) {
            return;
        }
        Append append = Append.of(events);
        if (append.root() == null) {
            appendAndCommit(append);
        } else {
            joinUnitOfWork(append.root());
            append(append);
        }
    }

    private void appendAndCommit(Append append) {
        appending.lock();
        try {
            append(append);
            log.commit();
        } finally {
            appending.unlock();
        }
    }

    private void joinUnitOfWork(UnitOfWork<?> root) {
        if (appending.isHeldByCurrentThread()) {
            return;
        }
        appending.lock();
        root.onCleanup(_ -> appending.unlock());
        root.onRollback(_ -> log.rollBack());
        root.onCommit(_ -> log.commit());
    }

    private void append(Append append) {
        LogState state = log.state(append);
        append.verify(state);
        Instant recordedAt = state.nextTime(clock);
        log.add(append.events(), recordedAt);
        append.acknowledge(state.position() + 1, recordedAt);
    }

    @Override
    public long head() {
        return log.head(ownEvents());
    }

    @Override
    public List<TrackedEventMessage<?>> read(long afterPosition, int limit) {
        return log.after(afterPosition, limit, ownEvents());
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken trackingToken, boolean mayBlock) {
        return log.after(Positions.of(trackingToken), Integer.MAX_VALUE, ownEvents()).stream();
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
        return DomainEventStream.of(log.stream(aggregateIdentifier, ownEvents())
                .filter(event -> event.getSequenceNumber() >= firstSequenceNumber).collect(Collectors.toList()));
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        return log.stream(aggregateIdentifier, ownEvents()).map(DomainEventMessage::getSequenceNumber)
                .reduce((_, last) -> last);
    }

    @Override
    public Optional<CommandTrace> trace(UUID commandId) {
        List<RecordedEvent> events = new ArrayList<>();
        Optional<RecordedEvent> next = log.find(CommandIdentity.eventId(commandId, 0), ownEvents());
        while (next.isPresent()) {
            events.add(next.get());
            next = log.find(CommandIdentity.eventId(commandId, events.size()), ownEvents());
        }
        return events.isEmpty() ? Optional.empty() : Optional.of(new CommandTrace(commandId, events));
    }

    /** Keeps the newest snapshot, at once: it belongs to no unit of work. */
    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        synchronized (snapshots) {
            snapshots.merge(snapshot.getAggregateIdentifier(), snapshot,
                    (old, taken) -> taken.getSequenceNumber() < old.getSequenceNumber() ? old : taken);
        }
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
        synchronized (snapshots) {
            return Optional.ofNullable(snapshots.get(aggregateIdentifier));
        }
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
        return Positions.token(log.positionBefore(dateTime, ownEvents()));
    }

    /** Whether the current thread sees what is not committed: the unit of work that appended it does. */
    private boolean ownEvents() {
        return appending.isHeldByCurrentThread();
    }
}
