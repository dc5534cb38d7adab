package exchange.settlement.projections.report;

import exchange.settlement.domain.Money;
import java.util.List;
import java.util.Map;

/**
 * A turnover report. Two reports with the same digest say the same, whenever they were asked for.
 *
 * @param definition      the version of the definition of the figures
 * @param basis           what counts
 * @param perimeter       which trades are covered, by the name of each restriction; {@code ALL} where there is none
 * @param period          first and last business date in Asia/Shanghai, and the zone
 * @param position        everything up to this position of the log is in it, and nothing after it
 * @param currency        of every amount
 * @param otherCurrencies the other currencies that have facts in the period
 * @param rows            one per group, in the order of the keys
 * @param total           over all rows
 * @param digest          {@code sha256:} over the canonical JSON of all of the above but the other currencies
 */
public record TurnoverReport(String definition, Basis basis, Map<String, String> perimeter, Period period, String position,
        String currency, List<String> otherCurrencies, List<Row> rows, Figures total, String digest) {

    /**
     * The period.
     *
     * @param from the first business date
     * @param to   the last business date
     * @param zone where the dates are dates
     */
    public record Period(String from, String to, String zone) {}

    /**
     * One group.
     *
     * @param keys    the value of each group key, in the order of the request
     * @param figures what the group adds up to
     */
    public record Row(Map<String, String> keys, Figures figures) {}

    /**
     * What trades add up to.
     *
     * @param trades how many orders, each once, in decimal digits
     * @param gross  VAT included
     * @param net    without the provider's VAT
     * @param vat    the provider's VAT
     * @param fee    the exchange's fee, its VAT included
     */
    public record Figures(String trades, Money gross, Money net, Money vat, Money fee) {}
}
