package exchange.settlement.app.proposal;

import static exchange.settlement.app.proposal.ProposalDesk.person;
import static exchange.settlement.app.proposal.ProposalResource.PROPOSALS;

import exchange.settlement.app.api.CommandEndpoint;
import exchange.settlement.app.web.CommandRequest;
import exchange.settlement.domain.proposal.ProposalCommand.ApproveProposal;
import exchange.settlement.domain.proposal.ProposalCommand.DeclineProposal;
import exchange.settlement.domain.proposal.ProposalCommand.WithdrawProposal;
import exchange.settlement.domain.proposal.ProposalId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The decisions about proposals. */
@RestController
@RequestMapping("/api/v1/proposals")
class ProposalController {

    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");

    private final CommandEndpoint endpoint;
    private final Supplier<Instant> now;

    ProposalController(CommandEndpoint endpoint, Supplier<Instant> now) {
        this.endpoint = endpoint;
        this.now = now;
    }

    @PostMapping("/{id}/approve")
    ResponseEntity<Map<String, Object>> approve(@PathVariable UUID id, CommandRequest request) {
        return endpoint.step(request, PROPOSALS, in -> new ApproveProposal(new ProposalId(id),
                in.body().pattern("digest", DIGEST, "must be the digest of the proposal, as it reads"),
                person(request.caller()), in.optionalReason(), now.get()));
    }

    @PostMapping("/{id}/decline")
    ResponseEntity<Map<String, Object>> decline(@PathVariable UUID id, CommandRequest request) {
        return endpoint.step(request, PROPOSALS,
                in -> new DeclineProposal(new ProposalId(id), person(request.caller()), in.reason(), now.get()));
    }

    @PostMapping("/{id}/withdraw")
    ResponseEntity<Map<String, Object>> withdraw(@PathVariable UUID id, CommandRequest request) {
        return endpoint.step(request, PROPOSALS,
                in -> new WithdrawProposal(new ProposalId(id), person(request.caller()), in.optionalReason(), now.get()));
    }
}
