package exchange.settlement.app.operations;

import exchange.settlement.app.api.Reads;
import exchange.settlement.app.operations.ActionEndpoint.Action;
import exchange.settlement.app.views.Views;
import exchange.settlement.app.web.CommandRequest;
import exchange.settlement.app.web.PageBody;
import exchange.settlement.app.web.ReadRequest;
import exchange.settlement.projections.ProjectionStatus;
import exchange.settlement.projections.operations.InvariantReport;
import exchange.settlement.projections.operations.Invariants;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What operators ask of a running engine. */
@RestController
@RequestMapping("/api/v1/operations")
class OperationsController {

    private final Invariants invariants;
    private final Views views;
    private final ActionEndpoint endpoint;

    OperationsController(Invariants invariants, Views views, ActionEndpoint endpoint) {
        this.invariants = invariants;
        this.views = views;
        this.endpoint = endpoint;
    }

    @GetMapping("/invariants")
    Map<String, Object> invariants(ReadRequest request) {
        // What stands still cannot be checked: an invariant that holds for the past says nothing about today.
        List.of("journal", "orders", "escrows", "receipts", "payouts", "history")
                .forEach(view -> views.await(view, request.atLeast()));
        InvariantReport report = invariants.check();
        var body = new LinkedHashMap<String, Object>();
        body.put("holds", report.holds());
        body.put("position", Long.toString(report.position()));
        body.put("checks", report.checks());
        return body;
    }

    @GetMapping("/projections")
    PageBody projections(ReadRequest request) {
        views.awaitFollowing(request.atLeast());
        return Reads.page(views.status(), request, OperationsController::body);
    }

    @PostMapping("/projections/{name}/resume")
    ResponseEntity<Map<String, Object>> resume(@PathVariable String name, CommandRequest request) {
        return endpoint.act(request, new Action("projection.resume", name, () -> body(views.stopped(name)), keep -> {
            views.resume(name);
            keep.accept(body(views.named(name).status()));
        }));
    }

    private static Map<String, Object> body(ProjectionStatus status) {
        var body = new LinkedHashMap<String, Object>();
        body.put("name", status.name());
        body.put("state", status.state().name());
        body.put("position", Long.toString(status.position()));
        body.put("head", Long.toString(status.head()));
        body.put("lag", status.lag());
        if (status.reason() != null) {
            // The cause may quote SQL or text of clients; the log has it, under the projection's name.
            body.put("reason", "It stands in front of position " + (status.position() + 1) + "; the engine's log says why.");
        }
        return body;
    }
}
