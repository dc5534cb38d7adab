package exchange.settlement.app.security;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Counts failed sign-ins, so that trying secrets is slow. Remembers a bounded number of those who failed last. */
final class SignInThrottle {

    private static final int FAILURES_MAX = 10;
    private static final int REMEMBERED_MAX = 10_000;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > REMEMBERED_MAX;
        }
    };

    private record Failures(Instant since, int count) {}

    SignInThrottle(InstantSource clock) {
        this.clock = clock;
    }

    /** How long this one has to wait before it may try again, if it has to. */
    synchronized Optional<Duration> wait(String who) {
        Failures known = failures.get(who);
        if (known == null || known.count() < FAILURES_MAX) {
            return Optional.empty();
        }
        Duration left = Duration.between(clock.instant(), known.since().plus(WINDOW));
        return left.isPositive() ? Optional.of(left) : Optional.empty();
    }

    /** Remembers that a sign-in failed. */
    synchronized void failed(String who) {
        Instant now = clock.instant();
        Failures known = failures.get(who);
        if (known != null && known.since().plus(WINDOW).isAfter(now)) {
            failures.put(who, new Failures(known.since(), known.count() + 1));
        } else {
            failures.put(who, new Failures(now, 1));
        }
    }

    /** How many names are remembered. */
    synchronized int remembered() {
        return failures.size();
    }
}
