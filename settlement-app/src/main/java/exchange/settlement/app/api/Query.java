package exchange.settlement.app.api;

import exchange.settlement.app.web.Fields;
import exchange.settlement.app.web.ReadRequest;
import exchange.settlement.domain.Money;
import exchange.settlement.domain.ShanghaiTime;
import exchange.settlement.projections.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the query parameters that many reads share. What is wrong is noted; {@link #verify()} refuses it all at once. */
public final class Query {

    private static final int LONGEST = 200;
    private static final String KNOWN = "knownAt";
    private static final String EFFECTIVE = "effectiveAt";
    private static final Pattern POSITION_OR_INSTANT = Pattern.compile("0|[1-9][0-9]{0,17}|[0-9-]{10}T[0-9:.]+Z");
    private static final Pattern DATE_OR_INSTANT = Pattern.compile("[0-9-]{10}(T[0-9:.]+Z)?");

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
        return fields.has(name) ? fields.currency(name) : Money.CNY;
    }

    /** The bounds {@code knownAt} (a position or an instant) and {@code effectiveAt} (an instant or a date in Asia/Shanghai). */
    public AsOf asOf() {
        var effective = fields.has(EFFECTIVE) ? effective() : null;
        if (!fields.has(KNOWN)) {
            return new AsOf(null, null, effective);
        }
        var known = fields.pattern(KNOWN, POSITION_OR_INSTANT,
                "must be a position, or an instant in UTC such as 2026-11-23T08:00:00Z");
        return known.contains("T") ? new AsOf(null, fields.instant(KNOWN), effective)
                : new AsOf(known.isEmpty() ? null : Long.valueOf(known), null, effective);
    }

    private Instant effective() {
        var text = fields.pattern(EFFECTIVE, DATE_OR_INSTANT,
                "must be an instant in UTC such as 2026-11-23T08:00:00Z, or a date such as 2026-11-23");
        if (text.contains("T")) {
            return fields.instant(EFFECTIVE);
        }
        // A date means all of that day: up to the last microsecond before the next one begins.
        return text.isEmpty() ? Instant.EPOCH
                : ShanghaiTime.startOf(fields.date(EFFECTIVE).plusDays(1)).minusNanos(1000);
    }
}
