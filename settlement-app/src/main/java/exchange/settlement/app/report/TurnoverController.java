package exchange.settlement.app.report;

import exchange.settlement.app.api.AsOfParameters;
import exchange.settlement.app.security.Caller;
import exchange.settlement.app.views.Views;
import exchange.settlement.app.web.InvalidRequest;
import exchange.settlement.app.web.QueryParameters;
import exchange.settlement.app.web.ReadRequest;
import exchange.settlement.domain.Money;
import exchange.settlement.domain.Rejection;
import exchange.settlement.projections.AsOf;
import exchange.settlement.projections.report.Basis;
import exchange.settlement.projections.report.Dimension;
import exchange.settlement.projections.report.TurnoverReport;
import exchange.settlement.projections.report.TurnoverReports;
import exchange.settlement.projections.report.TurnoverRequest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Turnover (交易额) on every basis. */
@RestController
@RequestMapping("/api/v1/reports/turnover")
class TurnoverController {

    private static final String CSV = "text/csv";

    private final TurnoverReports reports;
    private final Views views;

    TurnoverController(TurnoverReports reports, Views views) {
        this.reports = reports;
        this.views = views;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @QueryParameters({"from", "to", "basis", "groupBy", "base", "currency", "knownAt", "effectiveAt"})
    Map<String, Object> json(ReadRequest request, Parameters parameters) {
        return body(report(request, parameters));
    }

    @GetMapping(produces = CSV)
    @QueryParameters({"from", "to", "basis", "groupBy", "base", "currency", "knownAt", "effectiveAt"})
    ResponseEntity<byte[]> csv(ReadRequest request, Parameters parameters) {
        var text = TurnoverCsv.of(report(request, parameters), parameters.dimensions());
        return ResponseEntity.ok().contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header("Content-Disposition", "attachment; filename=\"turnover.csv\"")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    private TurnoverReport report(ReadRequest request, Parameters p) {
        var asOf = p.asOf();
        // A report that is pinned to a position waits for it by itself.
        var position = asOf.knownPosition();
        views.await("turnover", position == null ? request.atLeast() : OptionalLong.of(position));
        return reports
                .report(new TurnoverRequest(p.first(), p.last(), p.basis(), p.dimensions(), base(request.caller(), p.base()),
                        p.currency() == null ? Money.CNY : p.currency(), asOf));
    }

    /** The base of the report: a caller whose token names its bases sees no other. */
    private static @Nullable String base(Caller caller, @Nullable String asked) {
        if (caller.bases().isEmpty() || asked != null && caller.bases().contains(asked)) {
            return asked;
        }
        if (asked == null && caller.bases().size() == 1) {
            return caller.bases().iterator().next();
        }
        throw Rejection.forbidden("auth.forbidden", "The token covers the bases " + String.join(", ", caller.bases())
                + ". Ask for one of them with ?base=.").asException();
    }

    private static Map<String, Object> body(TurnoverReport report) {
        var body = new LinkedHashMap<String, Object>();
        body.put("definition", report.definition());
        body.put("basis", report.basis());
        body.put("perimeter", report.perimeter());
        body.put("period", report.period());
        body.put("position", report.position());
        body.put("currency", report.currency());
        body.put("otherCurrencies", report.otherCurrencies());
        body.put("rows", report.rows().stream().map(TurnoverController::row).toList());
        body.put("total", figures(report.total()));
        body.put("digest", report.digest());
        return body;
    }

    private static Map<String, Object> row(TurnoverReport.Row row) {
        var line = new LinkedHashMap<String, Object>(row.keys());
        line.putAll(figures(row.figures()));
        return line;
    }

    private static Map<String, Object> figures(TurnoverReport.Figures f) {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("trades", f.trades());
        figures.put("gross", f.gross());
        figures.put("net", f.net());
        figures.put("vat", f.vat());
        figures.put("fee", f.fee());
        return figures;
    }

    /**
     * The query of a report.
     *
     * @param from        the first business date
     * @param to          the last business date
     * @param basis       what counts
     * @param groupBy     names of dimensions, separated by commas
     * @param base        only this service base
     * @param currency    one currency
     * @param knownAt     a position or an instant
     * @param effectiveAt an instant or a date
     */
    record Parameters(@Nullable LocalDate from, @Nullable LocalDate to, @Nullable Basis basis, @Nullable String groupBy,
            @Nullable String base, @Nullable Currency currency, @Nullable String knownAt, @Nullable String effectiveAt) {

        LocalDate first() {
            return required("from", from);
        }

        LocalDate last() {
            var last = required("to", to);
            if (last.isBefore(first())) {
                throw new InvalidRequest("query:to", "a date that is not before from");
            }
            return last;
        }

        @Override
        public Basis basis() {
            return required("basis", basis);
        }

        AsOf asOf() {
            return AsOfParameters.of(knownAt, effectiveAt);
        }

        List<Dimension> dimensions() {
            if (groupBy == null || groupBy.isEmpty()) {
                return List.of();
            }
            var named = Arrays.stream(groupBy.split(",", -1)).map(key -> Dimension.named(key)
                    .orElseThrow(() -> new InvalidRequest("query:groupBy", "any of " + Arrays.stream(Dimension.values())
                            .map(Dimension::key).collect(Collectors.joining(", ")) + ", separated by commas")))
                    .toList();
            if (named.stream().distinct().count() != named.size()) {
                throw new InvalidRequest("query:groupBy", "each dimension once");
            }
            return named;
        }

        private static <T> T required(String name, @Nullable T value) {
            if (value == null) {
                throw new InvalidRequest("query:" + name, "a value; a report needs from, to and basis");
            }
            return value;
        }
    }
}
