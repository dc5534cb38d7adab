package exchange.settlement.app.proposal;

import exchange.settlement.app.api.Resource;
import exchange.settlement.domain.Rejection;
import exchange.settlement.domain.proposal.Ground;
import exchange.settlement.domain.proposal.ProposalEvent;
import exchange.settlement.domain.proposal.ProposalEvent.ProposalLapsed;
import exchange.settlement.domain.proposal.ProposalRejection;
import exchange.settlement.domain.proposal.ProposalState;
import exchange.settlement.domain.proposal.ProposalState.Status;
import exchange.settlement.domain.proposal.ProposedAction;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How the API shows a proposal. */
final class ProposalResource {

    /** Proposals, as commands answer them. */
    static final Resource<ProposalState, ProposalEvent> PROPOSALS = new Resource<>("/api/v1/proposals", ProposalState::after,
            proposal -> render(proposal, proposal.status()), proposal -> proposal.status() != Status.APPROVED,
            ProposalResource::failure);

    private ProposalResource() {}

    /** The fields of a proposal, without version and position. */
    static Map<String, Object> render(ProposalState proposal, Status status) {
        var body = new LinkedHashMap<String, Object>();
        body.put("id", proposal.id());
        body.put("status", status);
        body.put("action", action(proposal.action()));
        body.put("digest", proposal.digest());
        body.put("grounds", proposal.grounds().stream().map(ProposalResource::ground).toList());
        body.put("askedBy", proposal.askedBy());
        body.put("expiresAt", proposal.expiresAt());
        if (proposal.decidedBy() != null) {
            body.put("decidedBy", proposal.decidedBy());
        }
        if (proposal.code() != null) {
            body.put("lapsedBecause", proposal.code());
        }
        return body;
    }

    static Map<String, Object> action(ProposedAction action) {
        var body = new LinkedHashMap<String, Object>();
        switch (action) {
            case ProposedAction.Award(var order, var toProvider, var toBuyer) -> {
                body.put("type", "order.award");
                body.put("orderId", order);
                body.put("toProvider", toProvider);
                body.put("toBuyer", toBuyer);
            }
            case ProposedAction.Filing(var filing, var contract) -> {
                body.put("type", "trade.file");
                body.put("filingId", filing);
                body.putAll(FiledContractBody.of(contract));
            }
            case ProposedAction.GrantOfMandate(var member, var mandate) -> {
                body.put("type", "member.grant-mandate");
                body.put("memberId", member);
                body.put("client", mandate.client());
                body.put("scopes", mandate.scopes());
            }
            case ProposedAction.SetPayeeAccount(var payee, var details) -> {
                body.put("type", "member.set-payee-account");
                body.put("memberId", payee.member());
                body.put("currency", payee.currency());
                body.put("bankCode", details.bankCode());
                body.put("accountNumberEnding", details.lastFour());
                body.put("accountName", details.accountName());
            }
        }
        return body;
    }

    /** A ground as clients know it: by the path of the resource. */
    private static Map<String, Object> ground(Ground ground) {
        int slash = ground.stream().indexOf('/');
        var kind = ground.stream().substring(0, slash);
        var rest = ground.stream().substring(slash);
        var resource = kind.equals("payee-account")
                ? "/members" + rest.substring(0, rest.lastIndexOf('/')) + "/payee-accounts"
                : "/" + kind + "s" + rest;
        return Map.of("resource", "/api/v1" + resource, "version", ground.version());
    }

    private static Optional<Rejection> failure(ProposalEvent event) {
        return event instanceof ProposalLapsed lapsed ? Optional.of(ProposalRejection.lapsed(lapsed.code())) : Optional.empty();
    }
}
