package exchange.settlement.projections;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Which facts an answer rests on: those that were known by a position and by an instant, and that count by an instant. Each
 * bound is inclusive; null is no bound.
 *
 * @param knownPosition only events up to this position of the log
 * @param knownAt       only events recorded up to this instant
 * @param effectiveAt   only facts that count up to this instant
 */
public record AsOf(@Nullable Long knownPosition, @Nullable Instant knownAt, @Nullable Instant effectiveAt) {

    /** Everything that is known, whenever it counts. */
    public static final AsOf NOW = new AsOf(null, null, null);

    /** What was known at a position. */
    public static AsOf position(long position) {
        return new AsOf(position, null, null);
    }

    /** What was known at an instant. */
    public static AsOf known(Instant instant) {
        return new AsOf(null, instant, null);
    }

    /** What counts by an instant, as far as it is known now. */
    public static AsOf effective(Instant instant) {
        return new AsOf(null, null, instant);
    }

    /** Whether there is no bound at all. */
    public boolean isNow() {
        return knownPosition == null && knownAt == null && effectiveAt == null;
    }

    /** Adds the bounds on {@code position}, {@code recorded_at} and {@code effective_at}. */
    public Conditions on(Conditions conditions) {
        return conditions.and("position <= ?", knownPosition).and("recorded_at <= ?", timestamp(knownAt))
                .and("effective_at <= ?", timestamp(effectiveAt));
    }

    private static @Nullable OffsetDateTime timestamp(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
