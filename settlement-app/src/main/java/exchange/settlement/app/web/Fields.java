package exchange.settlement.app.web;

import exchange.settlement.app.problem.FieldError;
import exchange.settlement.domain.Money;
import exchange.settlement.domain.member.RegistrationNumber;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a request, read strictly.
 * <p>
 * Whatever is wrong is remembered, and a harmless placeholder returned, so that a controller reads all fields, calls
 * {@link #verify()} once, and the client learns of all its mistakes at once. Nothing read may be used before that call. A field
 * that nobody reads is a mistake too: a typing error never passes for a default.
 */
public final class Fields {

    /** Which amounts are taken. */
    public enum Sign {
        /** More than 0. */
        POSITIVE,
        /** 0 or more. */
        NOT_NEGATIVE
    }

    private static final Duration LONGEST = Duration.ofDays(3660);
    private static final Pattern DURATION = Pattern
            .compile("P(?=[0-9T])([0-9]{1,4}D)?(T(?=[0-9])([0-9]{1,5}H)?([0-9]{1,7}M)?([0-9]{1,9}S)?)?");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final UUID NO_ID = new UUID(0, 0);

    private final Map<String, Object> values;
    private final String prefix;
    private final Fields root;
    private final boolean absent;
    private final List<FieldError> errors = new ArrayList<>();
    private final Set<String> read = new HashSet<>();
    private final List<Fields> nested = new ArrayList<>();

    private Fields(Map<String, Object> values, String prefix, @Nullable Fields parent, boolean absent) {
        this.values = values;
        this.prefix = prefix;
        this.root = parent == null ? this : parent.root;
        this.absent = absent;
        if (parent != null) {
            parent.nested.add(this);
        }
    }

    /**
     * Reads a JSON object in UTF-8.
     *
     * @throws InvalidRequest if this is no such object, is nested too deep, or holds a field twice
     */
    public static Fields parse(byte[] json) {
        return new Fields(JsonBody.parse(json), "/", null, false);
    }

    /** The parameters of an address, all of them texts. */
    static Fields query(Map<String, String> parameters) {
        return new Fields(Map.copyOf(parameters), "query:", null, false);
    }

    /** Whether the field is there, and not null. */
    public boolean has(String name) {
        Object value = values.get(name);
        if (value == JsonBody.Unfit.NULL) {
            read.add(name);
        }
        return value != null && value != JsonBody.Unfit.NULL;
    }

    /** A text of 1 to so many characters, not blank, in one line; blanks around it are cut off. */
    public String text(String name, int maxLength) {
        String expected = "must be a text in one line, of 1 to " + maxLength + " characters";
        return value(name, String.class, expected, "", text -> {
            String cut = text.strip();
            boolean fits = !cut.isEmpty() && cut.codePointCount(0, cut.length()) <= maxLength && Texts.isPlain(cut);
            return fits ? cut : null;
        });
    }

    /** As {@link #text}, or null when the field is not there. */
    public @Nullable String optionalText(String name, int maxLength) {
        return has(name) ? text(name, maxLength) : null;
    }

    /** A text of a given shape. The hint says which, as in "must be ...". */
    public String pattern(String name, Pattern shape, String hint) {
        return value(name, String.class, hint, "", text -> shape.matcher(text).matches() ? text : null);
    }

    /** A unified social credit code with its check character. */
    public String registrationNumber(String name) {
        return value(name, String.class, "must be a unified social credit code: 18 characters with the right check character", "",
                text -> RegistrationNumber.isValid(text) ? text : null);
    }

    /** An amount in minor units. The placeholder is nothing, in CNY. */
    public Money money(String name, Sign sign) {
        Object value = take(name, "must be an amount such as {\"amount\":\"106000\",\"currency\":\"CNY\"}", Map.class);
        if (!(value instanceof Map<?, ?> fields)) {
            return Money.cny(0);
        }
        var wrong = Amounts.wrong(fields, sign);
        wrong.ifPresent(w -> errors.add(new FieldError(pointer(name) + w.field(), w.detail())));
        return wrong.isPresent() ? Money.cny(0) : Amounts.read(fields);
    }

    /** The code of a currency that amounts can be in. The placeholder is CNY. */
    public Currency currency(String name) {
        return value(name, String.class, "must be the ISO 4217 code of a currency, such as \"CNY\"", Money.CNY,
                Amounts::currency);
    }

    /** An id: a UUID in its form of 36 characters. */
    public UUID id(String name) {
        return value(name, String.class, "must be an id such as 0b7e1c1e-5a34-4b0e-9b61-6a5d3c0f4a11", NO_ID, Fields::uuid);
    }

    static @Nullable UUID uuid(String text) {
        return ID.matcher(text).matches() ? UUID.fromString(text) : null;
    }

    /** A whole number between two bounds, both included. */
    public int number(String name, int min, int max) {
        String expected = "must be a whole number from " + min + " to " + max;
        Function<Long, @Nullable Integer> bounded = n -> n >= min && n <= max ? Math.toIntExact(n) : null;
        return root.prefix.equals("/")
                ? value(name, Long.class, expected, min, bounded)
                : value(name, String.class, expected, min,
                        text -> text.matches("0|[1-9][0-9]{0,9}") ? bounded.apply(Long.valueOf(text)) : null);
    }

    /** A date of the calendar from 1900 on, as 2026-11-23: what no business date can be is a typing error. */
    public LocalDate date(String name) {
        return value(name, String.class, "must be a date that exists, from 1900 on, such as \"2026-11-23\"", LocalDate.EPOCH,
                text -> {
                    try {
                        return DATE.matcher(text).matches() && text.compareTo("1900") > 0 ? LocalDate.parse(text) : null;
                    } catch (DateTimeException impossible) {
                        return null;
                    }
                });
    }

    /** A length of time in days, hours, minutes and seconds, more than nothing and at most 3,660 days. */
    public Duration duration(String name) {
        return value(name, String.class, "must be an ISO 8601 duration up to P3660D, such as \"PT24H\" or \"P7D\"", Duration.ZERO,
                text -> {
                    Duration duration = DURATION.matcher(text).matches() ? Duration.parse(text) : Duration.ZERO;
                    return duration.isPositive() && duration.compareTo(LONGEST) <= 0 ? duration : null;
                });
    }

    /** One word of a list. The placeholder is the first. */
    public <E extends Enum<E>> E oneOf(String name, Class<E> words) {
        return value(name, String.class, expected(words), words.getEnumConstants()[0], text -> word(text, words));
    }

    /** One word of a list, or the fallback when the field is not there. */
    public <E extends Enum<E>> E oneOf(String name, Class<E> words, E fallback) {
        return has(name) ? oneOf(name, words) : fallback;
    }

    /** Some words of a list, at least one, none twice. */
    public <E extends Enum<E>> List<E> someOf(String name, Class<E> words) {
        return value(name, List.class, "must be a list, at least one and none twice; each " + expected(words), List.<E>of(),
                items -> {
                    var found = new ArrayList<E>();
                    for (Object item : items) {
                        E word = item instanceof String text ? word(text, words) : null;
                        if (word == null || found.contains(word)) {
                            return null;
                        }
                        found.add(word);
                    }
                    return found.isEmpty() ? null : List.copyOf(found);
                });
    }

    /** The fields of an object inside. {@link #verify()} of either covers both. */
    public Fields object(String name) {
        Object value = take(name, "must be an object", Map.class);
        return value instanceof Map<?, ?> fields ? new Fields(named(fields), pointer(name) + "/", this, false)
                : new Fields(Map.of(), pointer(name) + "/", this, true);
    }

    /** A list of objects, up to so many. An empty list is taken. */
    public List<Fields> objects(String name, int max) {
        Object value = take(name, "must be a list of objects", List.class);
        if (!(value instanceof List<?> items)) {
            return List.of();
        }
        if (items.size() > max) {
            reject(name, "must be a list of at most " + max);
            return List.of();
        }
        var found = new ArrayList<Fields>();
        for (int i = 0; i < items.size(); i++) {
            String at = pointer(name) + "/" + i;
            if (items.get(i) instanceof Map<?, ?> fields) {
                found.add(new Fields(named(fields), at + "/", this, false));
            } else {
                errors.add(new FieldError(at, "must be an object"));
            }
        }
        return List.copyOf(found);
    }

    /** Remembers a mistake that only the controller can see, such as a period that ends before it begins. */
    public void reject(String name, String detail) {
        read.add(name);
        if (!absent) {
            errors.add(new FieldError(pointer(name), detail));
        }
    }

    /**
     * Ends the reading.
     *
     * @throws InvalidRequest if anything was wrong with any field, here or in objects around or inside
     */
    public void verify() {
        var all = new ArrayList<FieldError>();
        root.collect(all);
        if (!all.isEmpty()) {
            throw new InvalidRequest(all);
        }
    }

    private void collect(List<FieldError> all) {
        all.addAll(errors);
        values.keySet().stream().filter(name -> !read.contains(name))
                .forEach(name -> all.add(new FieldError(pointer(name), "is not a field here")));
        nested.forEach(inside -> inside.collect(all));
    }

    private <S, T> T value(String name, Class<S> source, String expected, T placeholder, Function<S, @Nullable T> reader) {
        Object raw = take(name, expected, source);
        if (raw == null) {
            return placeholder;
        }
        T value = reader.apply(source.cast(raw));
        if (value == null) {
            reject(name, expected);
            return placeholder;
        }
        return value;
    }

    private @Nullable Object take(String name, String expected, Class<?> type) {
        Object raw = values.get(name);
        if (raw == null) {
            reject(name, "is missing: it " + expected);
        } else if (!type.isInstance(raw)) {
            reject(name, expected);
        } else {
            read.add(name);
            return raw;
        }
        return null;
    }

    private String pointer(String name) {
        return prefix + JsonBody.escaped(name);
    }

    private static Map<String, Object> named(Map<?, ?> fields) {
        return fields.entrySet().stream().collect(Collectors.toMap(e -> String.valueOf(e.getKey()), Map.Entry::getValue));
    }

    private static <E extends Enum<E>> @Nullable E word(String text, Class<E> words) {
        return Arrays.stream(words.getEnumConstants()).filter(word -> word.name().equals(text)).findFirst().orElse(null);
    }

    private static String expected(Class<? extends Enum<?>> words) {
        return "must be one of " + Arrays.stream(words.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    }
}
