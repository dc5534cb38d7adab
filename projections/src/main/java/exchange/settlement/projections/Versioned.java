package exchange.settlement.projections;

import java.time.Instant;

/**
 * An aggregate as a view knows it.
 *
 * @param state           what it is
 * @param version         how many events its stream had: the sequence of the last one plus one
 * @param position        the position of its last event
 * @param recordedAt      when its last event was recorded
 * @param createdPosition the position of its first event
 * @param <S>             the state
 */
public record Versioned<S>(S state, long version, long position, Instant recordedAt, long createdPosition) {}
