package exchange.settlement.house.violations.clock.domain;

import java.time.Instant;

/** Calculates with a time that it was given. */
final class Right {

    private Right() {}

    static Instant later(Instant at) {
        return at.plusSeconds(1);
    }
}
