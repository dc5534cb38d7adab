package exchange.settlement.app.report;

import exchange.settlement.domain.Money;
import exchange.settlement.projections.report.Dimension;
import exchange.settlement.projections.report.TurnoverReport;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/**
 * A turnover report as CSV (RFC 4180): what the report is in its first lines, then one line per group and the total. Amounts are in
 * major units with their decimal places. Text that a spreadsheet would take for a formula is neutralised.
 */
final class TurnoverCsv {

    private static final String FORMULA_STARTS = "=+-@\t\r";

    private TurnoverCsv() {}

    static String of(TurnoverReport report, List<Dimension> groupBy) {
        var keys = report.rows().isEmpty() ? groupBy.stream().map(Dimension::key).toList()
                : List.copyOf(report.rows().getFirst().keys().keySet());
        var csv = new StringBuilder();
        line(csv, List.of("definition", text(report.definition())));
        line(csv, List.of("basis", report.basis().name()));
        report.perimeter().forEach((name, value) -> line(csv, List.of("perimeter " + text(name), text(value))));
        line(csv, List.of("period", report.period().from(), report.period().to(), text(report.period().zone())));
        line(csv, List.of("currency", report.currency()));
        line(csv, List.of("position", report.position()));
        line(csv, List.of("digest", report.digest()));
        csv.append("\r\n");
        var header = new ArrayList<>(keys);
        header.addAll(List.of("trades", "gross", "net", "vat", "fee"));
        line(csv, header);
        for (var row : report.rows()) {
            var cells = new ArrayList<>(row.keys().values().stream().map(TurnoverCsv::text).toList());
            cells.addAll(figures(row.figures()));
            line(csv, cells);
        }
        var total = new ArrayList<String>();
        for (int i = 0; i < keys.size(); i++) {
            total.add(i == 0 ? "TOTAL" : "");
        }
        total.addAll(figures(report.total()));
        if (!keys.isEmpty()) {
            // Without groups the one line is the total already.
            line(csv, total);
        }
        return csv.toString();
    }

    private static List<String> figures(TurnoverReport.Figures f) {
        return List.of(f.trades(), amount(f.gross()), amount(f.net()), amount(f.vat()), amount(f.fee()));
    }

    private static String amount(Money money) {
        Currency currency = money.currency();
        return BigDecimal.valueOf(money.minor(), Math.max(0, currency.getDefaultFractionDigits())).toPlainString();
    }

    /** Neutralises text cells only: a negative amount is a number, and stays one. */
    private static String text(String value) {
        return !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }

    private static void line(StringBuilder csv, List<String> cells) {
        csv.append(String.join(",", cells.stream().map(TurnoverCsv::quoted).toList())).append("\r\n");
    }

    private static String quoted(String cell) {
        return cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')
                ? '"' + cell.replace("\"", "\"\"") + '"'
                : cell;
    }
}
