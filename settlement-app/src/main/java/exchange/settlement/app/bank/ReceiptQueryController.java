package exchange.settlement.app.bank;

import static exchange.settlement.app.bank.ReceiptResource.RECEIPTS;

import exchange.settlement.app.api.CommandEndpoint;
import exchange.settlement.app.api.Query;
import exchange.settlement.app.api.Reads;
import exchange.settlement.app.command.StateReader;
import exchange.settlement.app.views.Views;
import exchange.settlement.app.web.PageBody;
import exchange.settlement.app.web.QueryParameters;
import exchange.settlement.app.web.ReadRequest;
import exchange.settlement.domain.Rejection;
import exchange.settlement.domain.bank.BankReceiptId;
import exchange.settlement.domain.bank.BankReceiptState;
import exchange.settlement.domain.member.MemberId;
import exchange.settlement.projections.bank.ReceiptDirectory;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What can be read of receipts. */
@RestController
@RequestMapping("/api/v1/bank/receipts")
class ReceiptQueryController {

    private final StateReader states;
    private final Views views;
    private final ReceiptDirectory receipts;

    ReceiptQueryController(StateReader states, Views views, ReceiptDirectory receipts) {
        this.states = states;
        this.views = views;
        this.receipts = receipts;
    }

    @GetMapping("/{id}")
    ResponseEntity<Map<String, Object>> receipt(@PathVariable UUID id, ReadRequest request) {
        views.checkRecorded(request.atLeast());
        return Reads.one(RECEIPTS, states.now(new BankReceiptId(id), BankReceiptState::after)
                .orElseThrow(() -> Rejection.notFound("The receipt").asException()));
    }

    @GetMapping
    @QueryParameters({"bankReference", "member"})
    PageBody list(ReadRequest request) {
        var query = new Query(request);
        var filter = new ReceiptDirectory.Filter(query.text("bankReference"), null, query.id("member", MemberId::new));
        query.verify();
        views.await("receipts", request.atLeast());
        return Reads.page(receipts.page(filter, Reads.after(request), request.limit()), request,
                found -> CommandEndpoint.body(RECEIPTS,
                        new CommandEndpoint.Snapshot<>(found.state(), found.version(), found.position())));
    }
}
