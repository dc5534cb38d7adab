package exchange.eventstore;

import java.util.HashMap;
import java.util.Map;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * What must still be true of aggregates when the events of a unit of work are appended.
 * <p>
 * A command that reads several aggregates and writes one names the last sequence of each that it has seen. The engine
 * verifies all of them inside the append, so the decision holds at that very moment, without locking what was read. A
 * condition guards an append: in a unit of work that appends nothing, nothing is verified. Every condition is verified
 * once, by the next append, against the streams as they were before that append.
 * <p>
 * Conditions belong to the root unit of work. Dispatch commands that use them outside of another message's unit of
 * work, or the conditions of one would be verified together with the events of the other.
 */
public final class AppendConditions {

    private static final String RESOURCE = AppendConditions.class.getName();

    private AppendConditions() {}

    /**
     * Requires that the last sequence of an aggregate is the one given.
     *
     * @param lastSequence the last sequence that the decision has seen; -1 if the aggregate must not exist
     * @throws PreconditionFailedException if this unit of work already requires another sequence of that aggregate: it
     *                                     has then seen two states of it, and at least one is of the past
     * @throws IllegalStateException       outside of a unit of work
     */
    public static void require(String aggregateId, long lastSequence) {
        if (lastSequence < -1) {
            throw new IllegalArgumentException("Not a sequence: " + lastSequence);
        }
        Long earlier = conditions(CurrentUnitOfWork.get()).putIfAbsent(aggregateId, lastSequence);
        if (earlier != null && earlier != lastSequence) {
            throw new PreconditionFailedException(aggregateId,
                    "seen at sequence " + earlier + " and again at " + lastSequence);
        }
    }

    /** Takes the conditions that no append has verified yet. */
    static Map<String, Long> take(UnitOfWork<?> unitOfWork) {
        Map<String, Long> conditions = conditions(unitOfWork);
        Map<String, Long> taken = Map.copyOf(conditions);
        conditions.clear();
        return taken;
    }

    private static Map<String, Long> conditions(UnitOfWork<?> unitOfWork) {
        return unitOfWork.root().getOrComputeResource(RESOURCE, _ -> new HashMap<String, Long>());
    }
}
