package exchange.settlement.projections;

import org.jspecify.annotations.Nullable;

/**
 * How a projection is.
 *
 * @param name     the projection
 * @param position the last event whose rows are written
 * @param head     the last event in the log
 * @param state    what it is doing
 * @param reason   why it retries or is poisoned, for operators
 */
public record ProjectionStatus(String name, long position, long head, ProjectionState state, @Nullable String reason) {

    /** How many events it has still to digest. */
    public long lag() {
        return Math.max(0, head - position);
    }
}
