package exchange.eventstore;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Events to append together, the conditions under which, and the unit of work that wants it.
 *
 * @param events     the events, in order
 * @param conditions the last sequence that each of these aggregates must have; -1 for none
 * @param root       the root unit of work; null outside of one
 */
record Append(List<StagedEvent> events, Map<String, Long> conditions, @Nullable UnitOfWork<?> root) {

    /** Takes the events, and the conditions of the current unit of work that are still to be verified. */
    static Append of(List<? extends EventMessage<?>> messages) {
        List<StagedEvent> events = messages.stream().<StagedEvent>map(StagedEvent::of).toList();
        if (!CurrentUnitOfWork.isStarted()) {
            return new Append(events, Map.of(), null);
        }
        UnitOfWork<?> root = CurrentUnitOfWork.get().root();
        return new Append(events, AppendConditions.take(root), root);
    }

    /** The ids that must not be recorded yet. */
    List<UUID> eventIds() {
        return events.stream().map(StagedEvent::eventId).toList();
    }

    /** The streams whose last sequence decides about this append. */
    Set<String> streams() {
        Set<String> streams = new HashSet<>(conditions.keySet());
        events.forEach(event -> streams.add(event.aggregateId()));
        return streams;
    }

    /**
     * Throws unless the events may be appended to the log as it is.
     * <p>
     * Ids come first: a repeated command also conflicts with its own events, and must be recognised as what it is.
     */
    void verify(LogState log) {
        verifyIds(log.recordedIds());
        verifyConditions(log);
        verifySequences(log);
    }

    private void verifyIds(Set<UUID> recordedIds) {
        Set<UUID> seen = new HashSet<>();
        for (StagedEvent event : events) {
            if (recordedIds.contains(event.eventId())) {
                throw new CommandRepeatedException(event.eventId(), CommandIdentity.commandId(event.message(), root));
            }
            if (!seen.add(event.eventId())) {
                throw new EventStoreException("Event [" + event.eventId() + "] is appended twice at once");
            }
        }
    }

    private void verifyConditions(LogState log) {
        conditions.forEach((aggregateId, required) -> {
            long last = log.lastSequence(aggregateId);
            if (last != required) {
                throw new PreconditionFailedException(aggregateId,
                        "seen at sequence " + required + ", its last sequence is " + last);
            }
        });
    }

    private void verifySequences(LogState log) {
        Map<String, Long> last = new HashMap<>();
        for (StagedEvent event : events) {
            long before = last.computeIfAbsent(event.aggregateId(), log::lastSequence);
            if (event.sequence() != before + 1) {
                throw event.conflict(before);
            }
            last.put(event.aggregateId(), event.sequence());
        }
    }

    /** Notes in the receipt of the unit of work what has been appended, and takes it back if that is rolled back. */
    void acknowledge(long firstPosition, Instant recordedAt) {
        if (root == null) {
            return;
        }
        List<RecordedEvent> recorded = new ArrayList<>(events.size());
        for (StagedEvent event : events) {
            recorded.add(event.recorded(firstPosition + recorded.size(), recordedAt));
        }
        AppendReceipt receipt = AppendReceipt.of(root);
        receipt.add(recorded);
        root.onRollback(_ -> receipt.clear());
    }
}
