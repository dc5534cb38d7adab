package exchange.settlement.app.member;

import static exchange.settlement.app.member.MemberResource.MEMBERS;

import exchange.settlement.app.api.CommandEndpoint;
import exchange.settlement.app.api.CommandIds;
import exchange.settlement.app.proposal.ProposalDesk;
import exchange.settlement.app.web.CommandRequest;
import exchange.settlement.domain.ClientId;
import exchange.settlement.domain.member.Mandate;
import exchange.settlement.domain.member.MemberCommand.AdmitMember;
import exchange.settlement.domain.member.MemberCommand.ApplyForMembership;
import exchange.settlement.domain.member.MemberCommand.ExitMember;
import exchange.settlement.domain.member.MemberCommand.ReinstateMember;
import exchange.settlement.domain.member.MemberCommand.RevokeMandate;
import exchange.settlement.domain.member.MemberCommand.SuspendMember;
import exchange.settlement.domain.member.MemberId;
import exchange.settlement.domain.member.MemberRole;
import exchange.settlement.domain.member.TaxpayerType;
import exchange.settlement.domain.proposal.ProposedAction;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The steps of a member. */
@RestController
@RequestMapping("/api/v1/members")
class MemberController {

    /** The client that admission mandates, so that the bundled market works from the start. */
    private static final ClientId BUNDLED = new ClientId("marketplace");

    private static final Pattern CLIENT_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final CommandEndpoint endpoint;
    private final ProposalDesk proposals;
    private final Supplier<Instant> now;

    MemberController(CommandEndpoint endpoint, ProposalDesk proposals, Supplier<Instant> now) {
        this.endpoint = endpoint;
        this.proposals = proposals;
        this.now = now;
    }

    @PostMapping
    ResponseEntity<Map<String, Object>> apply(CommandRequest request) {
        return endpoint.create(request, MEMBERS, in -> {
            var number = in.body().registrationNumber("registrationNumber");
            return new ApplyForMembership(CommandIds.member(number), in.body().text("legalName", 200), number,
                    in.body().someOf("roles", MemberRole.class),
                    in.body().oneOf("taxpayer", TaxpayerType.class, TaxpayerType.GENERAL), now.get());
        });
    }

    @PostMapping("/{id}/admit")
    ResponseEntity<Map<String, Object>> admit(@PathVariable UUID id, CommandRequest request) {
        return endpoint.step(request, MEMBERS,
                in -> new AdmitMember(new MemberId(id), List.of(Mandate.full(BUNDLED)), in.optionalReason(), now.get()));
    }

    @PostMapping("/{id}/suspend")
    ResponseEntity<Map<String, Object>> suspend(@PathVariable UUID id, CommandRequest request) {
        return endpoint.step(request, MEMBERS, in -> new SuspendMember(new MemberId(id), in.reason(), now.get()));
    }

    @PostMapping("/{id}/reinstate")
    ResponseEntity<Map<String, Object>> reinstate(@PathVariable UUID id, CommandRequest request) {
        return endpoint.step(request, MEMBERS, in -> new ReinstateMember(new MemberId(id), in.reason(), now.get()));
    }

    @PostMapping("/{id}/exit")
    ResponseEntity<Map<String, Object>> exit(@PathVariable UUID id, CommandRequest request) {
        return endpoint.step(request, MEMBERS, in -> new ExitMember(new MemberId(id), in.reason(), now.get()));
    }

    @PostMapping("/{id}/mandates")
    ResponseEntity<Map<String, Object>> mandate(@PathVariable UUID id, CommandRequest request) {
        return proposals.ask(request, in -> new ProposedAction.GrantOfMandate(new MemberId(id),
                new Mandate(client(in), in.body().someOf("scopes", Mandate.Scope.class))));
    }

    @PostMapping("/{id}/mandates/revoke")
    ResponseEntity<Map<String, Object>> revoke(@PathVariable UUID id, CommandRequest request) {
        return endpoint.step(request, MEMBERS,
                in -> new RevokeMandate(new MemberId(id), client(in), in.reason(), now.get()));
    }

    private static ClientId client(CommandEndpoint.Intake in) {
        return new ClientId(in.body().pattern("client", CLIENT_ID, "must be the id of a client, as its token names it"));
    }
}
