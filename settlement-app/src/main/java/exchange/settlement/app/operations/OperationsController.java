package exchange.settlement.app.operations;

import exchange.settlement.app.views.Views;
import exchange.settlement.app.web.PageBody;
import exchange.settlement.app.web.ReadRequest;
import exchange.settlement.projections.ProjectionStatus;
import exchange.settlement.projections.operations.InvariantReport;
import exchange.settlement.projections.operations.Invariants;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What operators ask of a running engine. */
@RestController
@RequestMapping("/api/v1/operations")
class OperationsController {

    private final Invariants invariants;
    private final Views views;

    OperationsController(Invariants invariants, Views views) {
        this.invariants = invariants;
        this.views = views;
    }

    @GetMapping("/invariants")
    Map<String, Object> invariants(ReadRequest request) {
        views.await("journal", request.atLeast());
        InvariantReport report = invariants.check();
        var body = new LinkedHashMap<String, Object>();
        body.put("holds", report.holds());
        body.put("position", Long.toString(report.position()));
        body.put("checks", report.checks());
        return body;
    }

    @GetMapping("/projections")
    PageBody projections(ReadRequest request) {
        return new PageBody(views.status().stream().map(OperationsController::body).toList(), null);
    }

    private static Map<String, Object> body(ProjectionStatus status) {
        var body = new LinkedHashMap<String, Object>();
        body.put("name", status.name());
        body.put("state", status.state());
        body.put("position", Long.toString(status.position()));
        body.put("head", Long.toString(status.head()));
        body.put("lag", status.lag());
        if (status.reason() != null) {
            body.put("reason", status.reason());
        }
        return body;
    }
}
