package exchange.settlement.app.member;

import static exchange.settlement.app.member.MemberResource.MEMBERS;

import exchange.settlement.app.api.AsOfParameters;
import exchange.settlement.app.api.CommandEndpoint;
import exchange.settlement.app.api.Reads;
import exchange.settlement.app.command.StateReader;
import exchange.settlement.app.views.Views;
import exchange.settlement.app.web.PageBody;
import exchange.settlement.app.web.QueryParameters;
import exchange.settlement.app.web.ReadRequest;
import exchange.settlement.domain.Money;
import exchange.settlement.domain.member.Mandate;
import exchange.settlement.domain.member.MemberId;
import exchange.settlement.domain.member.MemberRole;
import exchange.settlement.domain.member.MemberState;
import exchange.settlement.projections.journal.JournalQueries;
import exchange.settlement.projections.journal.MemberBalance;
import exchange.settlement.projections.member.MemberDirectory;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What can be read of members and their accounts. */
@RestController
@RequestMapping("/api/v1/members")
class MemberQueryController {

    private final MemberAccess access;
    private final Views views;
    private final MemberDirectory members;
    private final JournalQueries journal;

    MemberQueryController(StateReader states, Views views, MemberDirectory members, JournalQueries journal) {
        this.access = new MemberAccess(states);
        this.views = views;
        this.members = members;
        this.journal = journal;
    }

    @GetMapping("/{id}")
    ResponseEntity<Map<String, Object>> member(@PathVariable UUID id, ReadRequest request) {
        return Reads.one(MEMBERS, access.visible(id, request.caller()));
    }

    @GetMapping
    @QueryParameters({"status", "role", "registrationNumber"})
    PageBody list(ReadRequest request, @RequestParam(required = false) MemberState.@Nullable Status status,
            @RequestParam(required = false) @Nullable MemberRole role,
            @RequestParam(required = false) @Nullable String registrationNumber) {
        views.await("members", request.atLeast());
        var mandated = MemberAccess.seesAll(request.caller()) ? null : request.caller().client();
        return Reads.page(
                members.page(new MemberDirectory.Filter(status, role, mandated, registrationNumber), request.after(),
                        request.limit()),
                found -> CommandEndpoint.body(MEMBERS,
                        new CommandEndpoint.Snapshot<>(found.state(), found.version(), found.position())));
    }

    @GetMapping("/{id}/mandates")
    List<Mandate> mandates(@PathVariable UUID id, ReadRequest request) {
        return access.visible(id, request.caller()).state().mandates();
    }

    @GetMapping("/{id}/balances")
    @QueryParameters({"knownAt", "effectiveAt"})
    List<MemberBalance> balances(@PathVariable UUID id, ReadRequest request,
            @RequestParam(required = false) @Nullable String knownAt,
            @RequestParam(required = false) @Nullable String effectiveAt) {
        var member = access.visible(id, request.caller()).state().id();
        views.await("journal", request.atLeast());
        return journal.balances(member, AsOfParameters.of(knownAt, effectiveAt));
    }

    @GetMapping("/{id}/statement")
    @QueryParameters({"knownAt", "effectiveAt", "currency"})
    PageBody statement(@PathVariable UUID id, ReadRequest request, @RequestParam(required = false) @Nullable String knownAt,
            @RequestParam(required = false) @Nullable String effectiveAt,
            @RequestParam(required = false) @Nullable Currency currency) {
        MemberId member = access.visible(id, request.caller()).state().id();
        views.await("journal", request.atLeast());
        return Reads.page(journal.statement(member, currency == null ? Money.CNY : currency,
                AsOfParameters.of(knownAt, effectiveAt), request.after(), request.limit()), line -> line);
    }
}
