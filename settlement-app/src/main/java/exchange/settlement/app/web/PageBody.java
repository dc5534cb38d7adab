package exchange.settlement.app.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items      what is on it
 * @param nextCursor where the next page begins; absent on the last page
 */
public record PageBody(List<?> items, @Nullable String nextCursor) {}
