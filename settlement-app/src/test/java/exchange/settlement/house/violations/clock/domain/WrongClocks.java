package exchange.settlement.house.violations.clock.domain;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.axonframework.common.IdentifierFactory;

/** Asks for the time and for chance in every way. */
final class WrongClocks {

    private WrongClocks() {}

    static Instant wrongNow() {
        return Instant.now();
    }

    static Instant wrongClock(Clock clock) {
        return clock.instant();
    }

    static LocalDate wrongToday(ZoneId zone) {
        return LocalDate.now(zone);
    }

    static long wrongMillis() {
        return System.currentTimeMillis();
    }

    static long wrongNanos() {
        return System.nanoTime();
    }

    static UUID wrongId() {
        return UUID.randomUUID();
    }

    static Supplier<UUID> wrongIdLater() {
        return UUID::randomUUID;
    }

    static int wrongChance(Random random) {
        return random.nextInt();
    }

    static byte[] wrongSecret() {
        return new SecureRandom().generateSeed(1);
    }

    static boolean wrongCoin() {
        return Math.random() < 0.5;
    }

    static String wrongFrameworkId() {
        return IdentifierFactory.getInstance().generateIdentifier();
    }
}
