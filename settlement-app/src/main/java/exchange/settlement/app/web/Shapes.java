package exchange.settlement.app.web;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads values out of texts, each in its one spelling; null is for whatever else Java's own readers would take. */
final class Shapes {

    private static final Duration LONGEST = Duration.ofDays(3660);
    private static final Pattern DURATION = Pattern
            .compile("P(?=[0-9T])([0-9]{1,4}D)?(T(?=[0-9])([0-9]{1,5}H)?([0-9]{1,7}M)?([0-9]{1,9}S)?)?");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern INSTANT = Pattern
            .compile(DATE + "T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?Z");
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final String EARLIEST = "1900";

    private Shapes() {}

    static @Nullable UUID id(String text) {
        return ID.matcher(text).matches() ? UUID.fromString(text) : null;
    }

    static @Nullable LocalDate date(String text) {
        try {
            return DATE.matcher(text).matches() && text.compareTo(EARLIEST) > 0 ? LocalDate.parse(text) : null;
        } catch (DateTimeException impossible) {
            return null;
        }
    }

    /** In UTC: one instant has one spelling, and what is far from any business would not fit a database either. */
    static @Nullable Instant instant(String text) {
        try {
            return INSTANT.matcher(text).matches() && text.compareTo(EARLIEST) > 0 ? Instant.parse(text) : null;
        } catch (DateTimeException impossible) {
            return null;
        }
    }

    static @Nullable Duration duration(String text) {
        Duration duration = DURATION.matcher(text).matches() ? Duration.parse(text) : Duration.ZERO;
        return duration.isPositive() && duration.compareTo(LONGEST) <= 0 ? duration : null;
    }

    /** ISO 4217 also lists gold, test codes and "no currency"; what has no minor unit cannot be counted in it. */
    static @Nullable Currency currency(String code) {
        try {
            Currency currency = Currency.getInstance(code);
            return currency.getDefaultFractionDigits() < 0 ? null : currency;
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }
}
