package exchange.settlement.projections;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The conditions of a query, joined by "and"; a condition on a null value is left out. Values never become SQL text. */
public final class Conditions {

    private final List<String> parts = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    /** Adds a condition with one placeholder, unless the value is null. */
    public Conditions and(String condition, @Nullable Object value) {
        if (value != null) {
            parts.add(condition);
            values.add(value);
        }
        return this;
    }

    /** Adds a condition without a placeholder. */
    public Conditions and(String condition) {
        parts.add(condition);
        return this;
    }

    /** The {@code where} clause, or nothing. */
    public String where() {
        return parts.isEmpty() ? "" : " where " + String.join(" and ", parts);
    }

    /** The values of the placeholders, followed by more values. */
    public Object[] values(Object... more) {
        var all = new ArrayList<>(values);
        all.addAll(List.of(more));
        return all.toArray();
    }
}
