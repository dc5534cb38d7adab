package exchange.settlement.app.api;

import exchange.settlement.app.web.Fields;
import exchange.settlement.app.web.ReadRequest;
import exchange.settlement.domain.Money;
import exchange.settlement.domain.ShanghaiTime;
import exchange.settlement.projections.AsOf;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the query parameters that many reads share. What is wrong is noted; {@link #verify()} refuses it all at once. */
public final class Query {

    private static final int LONGEST = 200;

    private final Fields fields;

    /** The query of a read. */
    public Query(ReadRequest request) {
        this.fields = request.query();
    }

    /** Refuses the request if anything was wrong. */
    public void verify() {
        fields.verify();
    }

    /** Notes that a parameter is wrong. */
    public void reject(String name, String detail) {
        fields.reject(name, detail);
    }

    /** A text, if it is there. */
    public @Nullable String text(String name) {
        return fields.optionalText(name, LONGEST);
    }

    /** An id, if it is there. */
    public <T> @Nullable T id(String name, Function<UUID, T> type) {
        return fields.has(name) ? type.apply(fields.id(name)) : null;
    }

    /** One of some words, if it is there. */
    public <E extends Enum<E>> @Nullable E oneOf(String name, Class<E> words) {
        return fields.has(name) ? fields.oneOf(name, words) : null;
    }

    /** One of some words, which must be there. */
    public <E extends Enum<E>> E required(String name, Class<E> words) {
        return fields.oneOf(name, words);
    }

    /** A date, which must be there. */
    public LocalDate date(String name) {
        return fields.date(name);
    }

    /** A currency; CNY if none is asked for. */
    public Currency currency(String name) {
        var code = text(name);
        try {
            return code == null ? Money.CNY : Currency.getInstance(code);
        } catch (IllegalArgumentException _) {
            fields.reject(name, "must be an ISO 4217 currency code such as CNY");
            return Money.CNY;
        }
    }

    /** The bounds {@code knownAt} (a position or an instant) and {@code effectiveAt} (an instant or a date in Asia/Shanghai). */
    public AsOf asOf() {
        var known = text("knownAt");
        var effective = text("effectiveAt");
        if (known != null && known.matches("[0-9]{1,18}")) {
            return new AsOf(Long.valueOf(known), null, effective(effective));
        }
        return new AsOf(null, known == null ? null
                : instant("knownAt", known, "must be a position, or an instant such as 2026-11-23T08:00:00Z"),
                effective(effective));
    }

    private @Nullable Instant effective(@Nullable String text) {
        if (text == null) {
            return null;
        }
        if (text.length() != 10) {
            return instant("effectiveAt", text, "must be an instant such as 2026-11-23T08:00:00Z, or a date such as 2026-11-23");
        }
        try {
            // A date means all of that day: up to the last microsecond before the next one begins.
            return ShanghaiTime.startOf(LocalDate.parse(text).plusDays(1)).minusNanos(1000);
        } catch (DateTimeException _) {
            fields.reject("effectiveAt", "must be a date that exists");
            return null;
        }
    }

    private @Nullable Instant instant(String name, String text, String expected) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException _) {
            fields.reject(name, expected);
            return null;
        }
    }
}
