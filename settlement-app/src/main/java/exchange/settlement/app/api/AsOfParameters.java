package exchange.settlement.app.api;

import exchange.settlement.app.web.InvalidRequest;
import exchange.settlement.domain.ShanghaiTime;
import exchange.settlement.projections.AsOf;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads {@code knownAt} (a position or an instant) and {@code effectiveAt} (an instant or a date in Asia/Shanghai). */
public final class AsOfParameters {

    private AsOfParameters() {}

    /** Both axes; what is not given is not bounded. */
    public static AsOf of(@Nullable String knownAt, @Nullable String effectiveAt) {
        Long position = null;
        Instant known = null;
        if (knownAt != null && knownAt.matches("[0-9]{1,18}")) {
            position = Long.valueOf(knownAt);
        } else if (knownAt != null) {
            known = instant("knownAt", knownAt, "a position, or an instant such as 2026-11-23T08:00:00Z");
        }
        return new AsOf(position, known, effectiveAt == null ? null : effective(effectiveAt));
    }

    private static Instant effective(String text) {
        if (text.length() != 10) {
            return instant("effectiveAt", text, "an instant such as 2026-11-23T08:00:00Z, or a date such as 2026-11-23");
        }
        try {
            // A date means all of that day: up to the last instant before the next one begins.
            return ShanghaiTime.startOf(LocalDate.parse(text).plusDays(1)).minusNanos(1000);
        } catch (DateTimeException _) {
            throw new InvalidRequest("query:effectiveAt", "a date that exists, such as 2026-11-23");
        }
    }

    private static Instant instant(String name, String text, String expected) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException _) {
            throw new InvalidRequest("query:" + name, expected);
        }
    }
}
