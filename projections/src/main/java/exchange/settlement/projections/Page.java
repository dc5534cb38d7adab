package exchange.settlement.projections;

import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Some of a list, in an order that does not change.
 *
 * @param items     the items
 * @param nextAfter what to ask the next page to begin after; null when this is the last page
 * @param <T>       what is listed
 */
public record Page<T>(List<T> items, @Nullable Long nextAfter) {

    /** The most items that a page can have. */
    public static final int LIMIT_MAX = 500;

    public Page {
        items = List.copyOf(items);
    }

    /** The limit itself, refused unless it lies between 1 and {@link #LIMIT_MAX}. */
    public static int checkedLimit(int limit) {
        if (limit < 1 || limit > LIMIT_MAX) {
            throw new IllegalArgumentException("A page has between 1 and " + LIMIT_MAX + " items, not " + limit);
        }
        return limit;
    }

    /** Makes a page out of one item more than it may have, if there are that many. */
    public static <T> Page<T> of(List<T> oneMore, int limit, ToLongFunction<T> key) {
        if (oneMore.size() <= limit) {
            return new Page<>(oneMore, null);
        }
        var items = oneMore.subList(0, limit);
        return new Page<>(items, key.applyAsLong(items.getLast()));
    }
}
