package exchange.settlement.projections.report;

import exchange.settlement.domain.Money;
import exchange.settlement.projections.json.CanonicalDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The digest of a report: SHA-256 over its canonical JSON (RFC 8785). The time of asking is no part of it. */
final class ReportDigest {

    /** The structure holds texts, lists and maps only, so any mapper writes it the same way. */
    private static final JsonMapper PLAIN = JsonMapper.builder().build();

    private ReportDigest() {}

    static TurnoverReport into(TurnoverReport report) {
        return new TurnoverReport(report.definition(), report.basis(), report.perimeter(), report.period(), report.position(),
                report.currency(), report.otherCurrencies(), report.rows(), report.total(), of(report));
    }

    private static String of(TurnoverReport report) {
        return CanonicalDigest.of(PLAIN.writeValueAsString(structure(report)));
    }

    private static Map<String, Object> structure(TurnoverReport report) {
        var period = report.period();
        var rows = report.rows().stream().map(row -> {
            var flat = new LinkedHashMap<String, Object>(row.keys());
            flat.putAll(figures(row.figures()));
            return flat;
        }).toList();
        return Map.of("definition", report.definition(), "basis", report.basis().name(), "perimeter", report.perimeter(),
                "period", Map.of("from", period.from(), "to", period.to(), "zone", period.zone()), "position",
                report.position(), "currency", report.currency(), "rows", rows, "total", figures(report.total()));
    }

    private static Map<String, Object> figures(TurnoverReport.Figures figures) {
        return Map.of("trades", figures.trades(), "gross", money(figures.gross()), "net", money(figures.net()), "vat",
                money(figures.vat()), "fee", money(figures.fee()));
    }

    private static Map<String, String> money(Money money) {
        return Map.of("amount", Long.toString(money.minor()), "currency", money.currency().getCurrencyCode());
    }
}
