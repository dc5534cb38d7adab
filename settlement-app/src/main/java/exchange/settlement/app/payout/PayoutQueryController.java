package exchange.settlement.app.payout;

import static exchange.settlement.app.payout.PayoutResource.PAYEES;
import static exchange.settlement.app.payout.PayoutResource.PAYOUTS;

import exchange.settlement.app.api.CommandEndpoint;
import exchange.settlement.app.api.CommandEndpoint.Snapshot;
import exchange.settlement.app.api.Query;
import exchange.settlement.app.api.Reads;
import exchange.settlement.app.command.StateReader;
import exchange.settlement.app.command.Vault;
import exchange.settlement.app.engine.PolicyConfiguration;
import exchange.settlement.app.member.MemberAccess;
import exchange.settlement.app.views.Views;
import exchange.settlement.app.web.PageBody;
import exchange.settlement.app.web.QueryParameters;
import exchange.settlement.app.web.ReadRequest;
import exchange.settlement.domain.Rejection;
import exchange.settlement.domain.payout.PayoutId;
import exchange.settlement.domain.payout.PayoutState;
import exchange.settlement.domain.payout.PayoutState.Status;
import exchange.settlement.projections.Versioned;
import exchange.settlement.projections.payout.PayeeDirectory;
import exchange.settlement.projections.payout.PayoutDirectory;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What can be read of payouts: by those who see the member, and by the bank, which alone needs the account's number. */
@RestController
@RequestMapping("/api/v1")
class PayoutQueryController {

    private final MemberAccess access;
    private final StateReader states;
    private final Views views;
    private final PayoutDirectory payouts;
    private final PayeeDirectory payees;
    private final Vault vault;

    PayoutQueryController(StateReader states, Views views, PayoutDirectory payouts, PayeeDirectory payees, Vault vault,
            PolicyConfiguration.Settings exchange) {
        this.access = new MemberAccess(states, exchange.base());
        this.states = states;
        this.views = views;
        this.payouts = payouts;
        this.payees = payees;
        this.vault = vault;
    }

    @GetMapping("/payouts/{id}")
    ResponseEntity<Map<String, Object>> payout(@PathVariable UUID id, ReadRequest request) {
        return Reads.one(PAYOUTS, states.now(new PayoutId(id), PayoutState::after)
                .filter(found -> access.sees(found.state().request().member(), request.caller()))
                .orElseThrow(() -> Rejection.notFound("The payout").asException()));
    }

    @GetMapping("/members/{id}/payouts")
    @QueryParameters("status")
    PageBody ofMember(@PathVariable UUID id, ReadRequest request) {
        var query = new Query(request);
        var status = query.oneOf("status", Status.class);
        query.verify();
        var member = access.visible(id, request.caller()).state().id();
        views.await("payouts", request.atLeast());
        return Reads.page(payouts.page(new PayoutDirectory.Filter(member, status), Reads.after(request), request.limit()),
                request, PayoutQueryController::body);
    }

    @GetMapping("/members/{id}/payee-accounts")
    PageBody payeeAccounts(@PathVariable UUID id, ReadRequest request) {
        var member = access.visible(id, request.caller()).state().id();
        views.await("payees", request.atLeast());
        return Reads.page(payees.page(member, Reads.after(request), request.limit()), request,
                found -> CommandEndpoint.body(PAYEES,
                        new Snapshot<>(found.state(), found.version(), found.position())));
    }

    @GetMapping("/bank/payouts")
    @QueryParameters("status")
    PageBody ofBank(ReadRequest request) {
        var query = new Query(request);
        var asked = query.oneOf("status", Status.class);
        query.verify();
        views.await("payouts", request.atLeast());
        var filter = new PayoutDirectory.Filter(null, asked == null ? Status.READY : asked);
        return Reads.page(payouts.page(filter, Reads.after(request), request.limit()), request, this::withNumber);
    }

    private static Map<String, Object> body(Versioned<PayoutState> found) {
        return CommandEndpoint.body(PAYOUTS, new Snapshot<>(found.state(), found.version(), found.position()));
    }

    /** What the bank pays by. A number that was erased is missing. */
    private Map<String, Object> withNumber(Versioned<PayoutState> found) {
        var body = body(found);
        var request = found.state().request();
        var payee = PayoutResource.details(request.payee());
        payee.put("version", request.payeeVersion());
        vault.text(request.payee().accountNumber()).ifPresent(number -> payee.put("accountNumber", number));
        body.put("payee", payee);
        return body;
    }
}
