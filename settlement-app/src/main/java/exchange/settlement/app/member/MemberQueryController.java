package exchange.settlement.app.member;

import static exchange.settlement.app.member.MemberResource.MEMBERS;

import exchange.settlement.app.api.CommandEndpoint;
import exchange.settlement.app.api.Query;
import exchange.settlement.app.api.Reads;
import exchange.settlement.app.command.StateReader;
import exchange.settlement.app.engine.PolicyConfiguration;
import exchange.settlement.app.views.Views;
import exchange.settlement.app.web.PageBody;
import exchange.settlement.app.web.QueryParameters;
import exchange.settlement.app.web.ReadRequest;
import exchange.settlement.domain.member.MemberId;
import exchange.settlement.domain.member.MemberRole;
import exchange.settlement.domain.member.MemberState;
import exchange.settlement.projections.Page;
import exchange.settlement.projections.Versioned;
import exchange.settlement.projections.journal.JournalQueries;
import exchange.settlement.projections.journal.MemberBalance;
import exchange.settlement.projections.journal.StatementLine;
import exchange.settlement.projections.member.MemberDirectory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What can be read of members and their accounts. */
@RestController
@RequestMapping("/api/v1/members")
class MemberQueryController {

    private final MemberAccess access;
    private final Views views;
    private final MemberDirectory members;
    private final JournalQueries journal;

    MemberQueryController(StateReader states, Views views, MemberDirectory members, JournalQueries journal,
            PolicyConfiguration.Settings exchange) {
        this.access = new MemberAccess(states, exchange.base());
        this.views = views;
        this.members = members;
        this.journal = journal;
    }

    @GetMapping("/{id}")
    ResponseEntity<Map<String, Object>> member(@PathVariable UUID id, ReadRequest request) {
        views.checkRecorded(request.atLeast());
        return Reads.one(MEMBERS, access.visible(id, request.caller()));
    }

    @GetMapping
    @QueryParameters({"status", "role", "registrationNumber"})
    PageBody list(ReadRequest request) {
        var query = new Query(request);
        var mandated = MemberAccess.seesAll(request.caller()) ? null : request.caller().client();
        var filter = new MemberDirectory.Filter(query.oneOf("status", MemberState.Status.class),
                query.oneOf("role", MemberRole.class), mandated, query.text("registrationNumber"));
        query.verify();
        views.await("members", request.atLeast());
        var page = access.seesBase(request.caller())
                ? members.page(filter, Reads.after(request), request.limit())
                : new Page<Versioned<MemberState>>(List.of(), null);
        return Reads.page(page, request,
                found -> CommandEndpoint.body(MEMBERS,
                        new CommandEndpoint.Snapshot<>(found.state(), found.version(), found.position())));
    }

    @GetMapping("/{id}/mandates")
    PageBody mandates(@PathVariable UUID id, ReadRequest request) {
        views.checkRecorded(request.atLeast());
        return Reads.page(access.visible(id, request.caller()).state().mandates(), request, Function.identity());
    }

    @GetMapping("/{id}/balances")
    @QueryParameters({"knownAt", "effectiveAt"})
    List<MemberBalance> balances(@PathVariable UUID id, ReadRequest request) {
        var query = new Query(request);
        var asOf = query.asOf();
        query.verify();
        var member = access.visible(id, request.caller()).state().id();
        return journal.balances(member, views.await("journal", request.atLeast(), asOf));
    }

    @GetMapping("/{id}/statement")
    @QueryParameters({"knownAt", "effectiveAt", "currency"})
    PageBody statement(@PathVariable UUID id, ReadRequest request) {
        var query = new Query(request);
        var asOf = query.asOf();
        var currency = query.currency("currency");
        query.verify();
        MemberId member = access.visible(id, request.caller()).state().id();
        var known = views.await("journal", request.atLeast(), asOf);
        return Reads.page(journal.statement(member, currency, known, Reads.after(request), request.limit()), request,
                MemberQueryController::line);
    }

    private static Map<String, Object> line(StatementLine line) {
        var body = new LinkedHashMap<String, Object>();
        body.put("position", Long.toString(line.position()));
        body.put("type", line.eventType());
        if (line.trade() != null) {
            body.put("orderId", line.trade());
        }
        body.put("effectiveAt", line.effectiveAt());
        body.put("recordedAt", line.recordedAt());
        body.put("available", line.available());
        body.put("reserved", line.reserved());
        body.put("availableAfter", line.availableAfter());
        body.put("reservedAfter", line.reservedAfter());
        return body;
    }
}
