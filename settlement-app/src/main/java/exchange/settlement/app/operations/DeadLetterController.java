package exchange.settlement.app.operations;

import exchange.settlement.app.api.Reads;
import exchange.settlement.app.operations.ActionEndpoint.Action;
import exchange.settlement.app.process.DeadLetter;
import exchange.settlement.app.process.DeadLetters;
import exchange.settlement.app.views.Views;
import exchange.settlement.app.web.CommandRequest;
import exchange.settlement.app.web.PageBody;
import exchange.settlement.app.web.QueryParameters;
import exchange.settlement.app.web.ReadRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The trades that wait for an operator. */
@RestController
@RequestMapping("/api/v1/operations/dead-letters")
class DeadLetterController {

    private final DeadLetters letters;
    private final Views views;
    private final ActionEndpoint endpoint;

    DeadLetterController(DeadLetters letters, Views views, ActionEndpoint endpoint) {
        this.letters = letters;
        this.views = views;
        this.endpoint = endpoint;
    }

    @GetMapping
    PageBody list(ReadRequest request) {
        await(request);
        return Reads.page(letters.page(Reads.after(request), request.limit()), request, DeadLetterController::body);
    }

    @GetMapping("/{id}")
    @QueryParameters({"limit", "cursor"})
    Map<String, Object> one(@PathVariable UUID id, ReadRequest request) {
        await(request);
        var opened = letters.open(id, Reads.after(request), request.limit());
        var page = Reads.page(opened.events(), request, DeadLetterController::body);
        var body = body(opened.letter());
        body.put("items", page.items());
        Optional.ofNullable(page.nextCursor()).ifPresent(next -> body.put("nextCursor", next));
        return body;
    }

    @PostMapping("/{id}/retry")
    ResponseEntity<Map<String, Object>> retry(@PathVariable UUID id, CommandRequest request) {
        return endpoint.act(request, new Action("dead-letter.retry", id.toString(), () -> taken(letters.tryAgain(id)),
                keep -> letters.retry(id, acted -> keep.accept(taken(acted)))));
    }

    @PostMapping("/{id}/evict")
    ResponseEntity<Map<String, Object>> evict(@PathVariable UUID id, CommandRequest request) {
        var event = request.body().id("event");
        return endpoint.act(request, new Action("dead-letter.evict", id.toString(),
                () -> dropped(letters.tryToEvict(id, event), event),
                keep -> letters.evict(id, event, acted -> keep.accept(dropped(acted, event)))));
    }

    private void await(ReadRequest request) {
        views.checkRecorded(request.atLeast());
        request.atLeast().ifPresent(letters::await);
    }

    private static Map<String, Object> body(DeadLetter letter) {
        var body = new LinkedHashMap<String, Object>();
        body.put("id", letter.id().toString());
        body.put("sequence", letter.lane());
        body.put("since", letter.first().since());
        body.put("events", letter.events());
        body.put("first", body(letter.first()));
        return body;
    }

    private static Map<String, Object> body(DeadLetter.Waiting waiting) {
        var body = new LinkedHashMap<String, Object>();
        body.put("event", waiting.event().toString());
        body.put("position", Long.toString(waiting.position()));
        body.put("type", waiting.type());
        body.put("since", waiting.since());
        body.put("reason", waiting.reason());
        body.put("commands", waiting.commands());
        return body;
    }

    private static Map<String, Object> taken(DeadLetter.Acted acted) {
        var body = acted(acted);
        body.put("taken", acted.done());
        if (!acted.refusal().isEmpty()) {
            body.put("refusal", acted.refusal());
        }
        return body;
    }

    private static Map<String, Object> dropped(DeadLetter.Acted acted, UUID event) {
        var body = acted(acted);
        body.put("dropped", event.toString());
        return body;
    }

    private static Map<String, Object> acted(DeadLetter.Acted acted) {
        var body = new LinkedHashMap<String, Object>();
        body.put("id", acted.id().toString());
        body.put("sequence", acted.lane());
        body.put("events", acted.left());
        return body;
    }
}
