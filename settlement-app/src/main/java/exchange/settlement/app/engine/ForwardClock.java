package exchange.settlement.app.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** A clock that stands still when the machine's clock is set back, so that no deadline that has passed runs again. */
final class ForwardClock implements Supplier<Instant> {

    private final Clock clock;
    private final AtomicReference<Instant> latest = new AtomicReference<>(Instant.MIN);

    ForwardClock(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Instant get() {
        // Microseconds are what the database keeps: what is decided on must be what is read back.
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return latest.accumulateAndGet(now, (a, b) -> a.isAfter(b) ? a : b);
    }
}
