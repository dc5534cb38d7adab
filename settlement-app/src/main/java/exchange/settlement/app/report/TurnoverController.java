package exchange.settlement.app.report;

import exchange.settlement.app.api.Query;
import exchange.settlement.app.security.Caller;
import exchange.settlement.app.views.Views;
import exchange.settlement.app.web.QueryParameters;
import exchange.settlement.app.web.ReadRequest;
import exchange.settlement.app.web.ViewBehind;
import exchange.settlement.domain.Rejection;
import exchange.settlement.projections.report.Basis;
import exchange.settlement.projections.report.Dimension;
import exchange.settlement.projections.report.NotYetKnown;
import exchange.settlement.projections.report.TurnoverReport;
import exchange.settlement.projections.report.TurnoverReports;
import exchange.settlement.projections.report.TurnoverRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
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

    /** Declares no media type: beside the other, it then is the one for whoever takes any. */
    @GetMapping
    @QueryParameters({"from", "to", "basis", "groupBy", "base", "currency", "knownAt", "effectiveAt"})
    Map<String, Object> json(ReadRequest request) {
        return body(report(request, read(request)));
    }

    @GetMapping(produces = CSV)
    @QueryParameters({"from", "to", "basis", "groupBy", "base", "currency", "knownAt", "effectiveAt"})
    ResponseEntity<byte[]> csv(ReadRequest request) {
        var asked = read(request);
        var text = TurnoverCsv.of(report(request, asked), asked.groupBy());
        return ResponseEntity.ok().contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header("Content-Disposition", "attachment; filename=\"turnover.csv\"")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    private TurnoverReport report(ReadRequest request, TurnoverRequest asked) {
        try {
            return reports.report(asked.asOf(views.await("turnover", request.atLeast(), asked.asOf())));
        } catch (NotYetKnown _) {
            // The view began anew between the wait and the question.
            throw new ViewBehind();
        }
    }

    /** The base of the report: a regulator whose token names bases sees no other, and must say which one it asks for. */
    private static @Nullable String base(Caller caller, @Nullable String asked) {
        if (caller.seesBase(asked == null ? Caller.EVERY_BASE : asked)) {
            return asked;
        }
        if (asked == null && caller.bases().size() == 1) {
            return caller.bases().iterator().next();
        }
        throw Rejection.forbidden("auth.forbidden", "The token covers the bases " + caller.bases().stream().sorted().toList()
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

    /** Reads the query of a report. */
    private static TurnoverRequest read(ReadRequest request) {
        var query = new Query(request);
        var from = query.date("from");
        var to = query.date("to");
        var basis = query.required("basis", Basis.class);
        var groupBy = dimensions(query);
        var base = query.text("base");
        if (TurnoverReports.ALL.equals(base)) {
            query.reject("base", "must be the code of a service base; leave it out for all");
        }
        var currency = query.currency("currency");
        var asOf = query.asOf();
        if (to.isBefore(from)) {
            query.reject("to", "must not be before from");
        }
        query.verify();
        return new TurnoverRequest(from, to, basis, groupBy, base(request.caller(), base), currency, asOf);
    }

    private static List<Dimension> dimensions(Query query) {
        var named = query.text("groupBy");
        var found = new LinkedHashSet<Dimension>();
        for (var key : named == null ? List.<String>of() : List.of(named.split(",", -1))) {
            var dimension = Dimension.named(key);
            if (dimension.isEmpty() || !found.add(dimension.get())) {
                query.reject("groupBy", "must be any of " + Arrays.stream(Dimension.values()).map(Dimension::key)
                        .collect(Collectors.joining(", ")) + ", each once, separated by commas");
                return List.of();
            }
        }
        return List.copyOf(found);
    }
}
