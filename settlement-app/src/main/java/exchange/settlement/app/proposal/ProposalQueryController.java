package exchange.settlement.app.proposal;

import exchange.settlement.app.api.CommandEndpoint;
import exchange.settlement.app.api.CommandEndpoint.Snapshot;
import exchange.settlement.app.api.Query;
import exchange.settlement.app.api.Reads;
import exchange.settlement.app.api.Resource;
import exchange.settlement.app.command.StateReader;
import exchange.settlement.app.command.Vault;
import exchange.settlement.app.security.Caller;
import exchange.settlement.app.security.Role;
import exchange.settlement.app.views.Views;
import exchange.settlement.app.web.PageBody;
import exchange.settlement.app.web.QueryParameters;
import exchange.settlement.app.web.ReadRequest;
import exchange.settlement.domain.Rejection;
import exchange.settlement.domain.TextId;
import exchange.settlement.domain.proposal.ProposalEvent;
import exchange.settlement.domain.proposal.ProposalId;
import exchange.settlement.domain.proposal.ProposalState;
import exchange.settlement.domain.proposal.ProposalState.Status;
import exchange.settlement.domain.proposal.ProposedAction;
import exchange.settlement.projections.proposal.ProposalDirectory;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What can be read of proposals: with the reason, for whoever has to decide. */
@RestController
@RequestMapping("/api/v1/proposals")
class ProposalQueryController {

    private final StateReader states;
    private final Views views;
    private final ProposalDirectory proposals;
    private final Vault vault;
    private final Supplier<Instant> now;

    ProposalQueryController(StateReader states, Views views, ProposalDirectory proposals, Vault vault, Supplier<Instant> now) {
        this.states = states;
        this.views = views;
        this.proposals = proposals;
        this.vault = vault;
        this.now = now;
    }

    @GetMapping("/{id}")
    ResponseEntity<Map<String, Object>> proposal(@PathVariable UUID id, ReadRequest request) {
        return Reads.one(readable(request.caller()), states.now(new ProposalId(id), ProposalState::after)
                .orElseThrow(() -> Rejection.notFound("The proposal").asException()));
    }

    @GetMapping
    @QueryParameters("status")
    PageBody list(ReadRequest request) {
        var query = new Query(request);
        var status = query.oneOf("status", Status.class);
        query.verify();
        var readable = readable(request.caller());
        views.await("proposals", request.atLeast());
        return Reads.page(proposals.page(status, now.get(), Reads.after(request), request.limit()), request,
                found -> CommandEndpoint.body(readable, new Snapshot<>(found.state(), found.version(), found.position())));
    }

    private Resource<ProposalState, ProposalEvent> readable(Caller caller) {
        return Resource.settled("/api/v1/proposals", ProposalState::after, proposal -> render(proposal, caller));
    }

    private Map<String, Object> render(ProposalState proposal, Caller caller) {
        var body = ProposalResource.render(proposal, proposal.statusAt(now.get()));
        tell(body, "reason", proposal.reason());
        tell(body, "decisionReason", proposal.decisionReason());
        if (proposal.action() instanceof ProposedAction.SetPayeeAccount(_, var details) && caller.isAny(Role.APPROVER)) {
            // Who approves an account must be able to compare its number with the member's papers.
            var action = ProposalResource.action(proposal.action());
            tell(action, "accountNumber", details.accountNumber());
            body.put("action", action);
        }
        return body;
    }

    private void tell(Map<String, Object> body, String field, @Nullable TextId text) {
        if (text != null) {
            vault.text(text).ifPresent(told -> body.put(field, told));
        }
    }
}
