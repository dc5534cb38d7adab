package exchange.settlement.app.operations;

import exchange.settlement.app.api.Reads;
import exchange.settlement.app.views.Views;
import exchange.settlement.app.web.PageBody;
import exchange.settlement.app.web.ReadRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The record of what operators did. */
@RestController
@RequestMapping("/api/v1/operations/actions")
class OperatorActionController {

    private final OperatorActions actions;
    private final Views views;

    OperatorActionController(OperatorActions actions, Views views) {
        this.actions = actions;
        this.views = views;
    }

    @GetMapping
    PageBody list(ReadRequest request) {
        // Actions are no events, so none of them is behind; a position that nobody has seen is refused all the same.
        views.checkRecorded(request.atLeast());
        return Reads.page(actions.page(Reads.after(request), request.limit()), request, OperatorActionController::body);
    }

    private static Map<String, Object> body(OperatorAction action) {
        var body = new LinkedHashMap<String, Object>();
        body.put("at", action.at());
        body.put("issuer", action.who().issuer());
        body.put("client", action.who().client());
        body.put("subject", action.who().subject());
        body.put("action", action.action());
        body.put("target", action.target());
        body.put("reason", action.reason());
        body.put("outcome", action.outcome());
        body.put("answer", ActionEndpoint.answer(action));
        return body;
    }
}
