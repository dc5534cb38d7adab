package exchange.settlement.projections.report;

import exchange.settlement.domain.Money;
import exchange.settlement.projections.AsOf;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a turnover report is asked for.
 *
 * @param from     the first business date in Asia/Shanghai
 * @param to       the last business date, inclusive, not before the first
 * @param basis    what counts
 * @param groupBy  the group keys, each once; TURNOVER adds the channel if it is missing
 * @param base     only trades of this service base; null for all
 * @param currency one currency: nothing sums across currencies
 * @param asOf     which facts count; without a position, those that the view knows when asked
 */
public record TurnoverRequest(LocalDate from, LocalDate to, Basis basis, List<Dimension> groupBy, @Nullable String base,
        Currency currency, AsOf asOf) {

    public TurnoverRequest {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("A period ends on or after the date on which it begins: " + from + " to " + to);
        }
        var keys = new LinkedHashSet<>(groupBy);
        if (basis == Basis.TURNOVER) {
            keys.add(Dimension.CHANNEL);
        }
        groupBy = List.copyOf(keys);
    }

    /** All trades in yuan, on everything that the view knows. */
    public static TurnoverRequest of(LocalDate from, LocalDate to, Basis basis, Dimension... groupBy) {
        return new TurnoverRequest(from, to, basis, List.of(groupBy), null, Money.CNY, AsOf.NOW);
    }

    /** The same request, as of other facts. */
    public TurnoverRequest asOf(AsOf other) {
        return new TurnoverRequest(from, to, basis, groupBy, base, currency, other);
    }
}
