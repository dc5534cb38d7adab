package exchange.eventstore;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * The log of the {@link ReferenceEventStorageEngine}: a list of events, of which the last may not be committed yet, and
 * the same events by aggregate and by id. Its users see to it that only one of them appends at a time.
 */
final class InMemoryLog {

    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, List<Entry>> streams = new HashMap<>();
    private final Map<UUID, Entry> byId = new HashMap<>();
    private int committed;

    /** An event as readers get it, and where it was recorded. */
    private record Entry(RecordedEvent recorded, GenericTrackedDomainEventMessage<?> message) {}

    /** What an append must know, uncommitted events included. */
    synchronized LogState state(Append append) {
        Set<UUID> recordedIds = new HashSet<>(append.eventIds());
        recordedIds.retainAll(byId.keySet());
        Map<String, Long> lastSequences = new HashMap<>();
        for (String aggregateId : append.streams()) {
            List<Entry> stream = streams.getOrDefault(aggregateId, List.of());
            if (!stream.isEmpty()) {
                lastSequences.put(aggregateId, stream.getLast().recorded().sequence());
            }
        }
        Instant recordedAt = entries.isEmpty() ? Instant.MIN : entries.getLast().recorded().recordedAt();
        return new LogState(entries.size(), recordedAt, recordedIds, lastSequences);
    }

    synchronized void add(Collection<StagedEvent> events, Instant recordedAt) {
        for (StagedEvent event : events) {
            RecordedEvent recorded = event.recorded(entries.size() + 1, recordedAt);
            Entry entry = new Entry(recorded, message(event, recorded));
            entries.add(entry);
            streams.computeIfAbsent(event.aggregateId(), _ -> new ArrayList<>()).add(entry);
            byId.put(event.eventId(), entry);
        }
    }

    private static GenericTrackedDomainEventMessage<?> message(StagedEvent event, RecordedEvent recorded) {
        return new GenericTrackedDomainEventMessage<>(Positions.token(recorded.position()), event.aggregateType(),
                recorded.aggregateId(), recorded.sequence(), event.message(), recorded::recordedAt);
    }

    synchronized void commit() {
        committed = entries.size();
    }

    synchronized void rollBack() {
        while (entries.size() > committed) {
            RecordedEvent last = entries.removeLast().recorded();
            streams.getOrDefault(last.aggregateId(), new ArrayList<>()).removeLast();
            byId.remove(last.eventId());
        }
    }

    synchronized long head(boolean uncommittedToo) {
        return uncommittedToo ? entries.size() : committed;
    }

    synchronized List<TrackedEventMessage<?>> after(long position, int limit, boolean uncommittedToo) {
        int from = Math.toIntExact(Math.clamp(position, 0, head(uncommittedToo)));
        int to = Math.toIntExact(Math.min((long) from + limit, head(uncommittedToo)));
        List<TrackedEventMessage<?>> events = new ArrayList<>(to - from);
        entries.subList(from, to).forEach(entry -> events.add(entry.message()));
        return events;
    }

    synchronized Stream<GenericTrackedDomainEventMessage<?>> stream(String aggregateId, boolean uncommittedToo) {
        List<GenericTrackedDomainEventMessage<?>> events = new ArrayList<>();
        for (Entry entry : streams.getOrDefault(aggregateId, List.of())) {
            if (isVisible(entry, uncommittedToo)) {
                events.add(entry.message());
            }
        }
        return events.stream();
    }

    synchronized Optional<RecordedEvent> find(UUID eventId, boolean uncommittedToo) {
        return Optional.ofNullable(byId.get(eventId)).filter(entry -> isVisible(entry, uncommittedToo))
                .map(Entry::recorded);
    }

    /** The position of the last event that was recorded before a time; 0 if there is none. */
    synchronized long positionBefore(Instant time, boolean uncommittedToo) {
        return entries.stream().filter(entry -> isVisible(entry, uncommittedToo))
                .filter(entry -> entry.recorded().recordedAt().isBefore(time)).count();
    }

    private boolean isVisible(Entry entry, boolean uncommittedToo) {
        return entry.recorded().position() <= head(uncommittedToo);
    }
}
