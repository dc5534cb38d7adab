package exchange.settlement.app.order;

import static exchange.settlement.app.order.OrderResource.ORDERS;

import exchange.settlement.app.api.CommandEndpoint;
import exchange.settlement.app.api.Query;
import exchange.settlement.app.api.Reads;
import exchange.settlement.app.command.StateReader;
import exchange.settlement.app.views.Views;
import exchange.settlement.app.web.PageBody;
import exchange.settlement.app.web.QueryParameters;
import exchange.settlement.app.web.ReadRequest;
import exchange.settlement.domain.Rejection;
import exchange.settlement.domain.escrow.EscrowId;
import exchange.settlement.domain.escrow.EscrowState;
import exchange.settlement.domain.listing.ListingId;
import exchange.settlement.domain.member.MemberId;
import exchange.settlement.domain.order.OrderStatus;
import exchange.settlement.projections.history.TradeEntry;
import exchange.settlement.projections.history.TradeHistory;
import exchange.settlement.projections.journal.JournalQueries;
import exchange.settlement.projections.order.OrderDirectory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What can be read of a trade. */
@RestController
@RequestMapping("/api/v1/orders")
class OrderQueryController {

    private final StateReader states;
    private final OrderAccess access;
    private final Views views;
    private final OrderDirectory orders;
    private final TradeHistory history;
    private final JournalQueries journal;

    OrderQueryController(StateReader states, Views views, OrderDirectory orders, TradeHistory history,
            JournalQueries journal) {
        this.states = states;
        this.access = new OrderAccess(states);
        this.views = views;
        this.orders = orders;
        this.history = history;
        this.journal = journal;
    }

    @GetMapping("/{id}")
    ResponseEntity<Map<String, Object>> order(@PathVariable UUID id, ReadRequest request) {
        views.checkRecorded(request.atLeast());
        return Reads.one(ORDERS, access.visible(id, request.caller()));
    }

    @GetMapping
    @QueryParameters({"reference", "status", "buyer", "provider", "listing"})
    PageBody list(ReadRequest request) {
        var query = new Query(request);
        var client = OrderAccess.seesAll(request.caller()) ? null : request.caller().client();
        var filter = new OrderDirectory.Filter(client, query.text("reference"), query.oneOf("status", OrderStatus.class),
                query.id("buyer", MemberId::new), query.id("provider", MemberId::new), query.id("listing", ListingId::new));
        query.verify();
        views.await("orders", request.atLeast());
        return Reads.page(orders.page(filter, request.caller().confinedTo(), Reads.after(request), request.limit()), request,
                found -> CommandEndpoint.body(ORDERS,
                        new CommandEndpoint.Snapshot<>(found.state(), found.version(), found.position())));
    }

    @GetMapping("/{id}/escrow")
    ResponseEntity<Map<String, Object>> escrow(@PathVariable UUID id, ReadRequest request) {
        views.checkRecorded(request.atLeast());
        var order = access.visible(id, request.caller()).state().contract().order();
        var escrow = states.now(EscrowId.of(order), EscrowState::after)
                .orElseThrow(
                        () -> Rejection.notFound("An escrow of this order (it opens when the order is funded)").asException());
        var body = new LinkedHashMap<String, Object>();
        body.put("orderId", order);
        body.put("status", escrow.state().status());
        body.put("funded", escrow.state().funded());
        body.put("released", escrow.state().released());
        body.put("refunded", escrow.state().refunded());
        body.put("held", escrow.state().held());
        body.put("version", escrow.version());
        body.put("position", Long.toString(escrow.position()));
        return ResponseEntity.ok().eTag("\"" + escrow.version() + "\"").body(body);
    }

    @GetMapping("/{id}/settlement")
    Map<String, Object> settlement(@PathVariable UUID id, ReadRequest request) {
        var order = access.visible(id, request.caller()).state();
        views.await("journal", request.atLeast());
        return SettlementNote.of(order, journal.ofTrade(id));
    }

    @GetMapping("/{id}/history")
    PageBody history(@PathVariable UUID id, ReadRequest request) {
        var order = access.visible(id, request.caller()).state().contract().order();
        views.await("history", request.atLeast());
        return Reads.page(history.of(order), request, OrderQueryController::step);
    }

    private static Map<String, Object> step(TradeEntry entry) {
        var step = new LinkedHashMap<String, Object>();
        step.put("position", Long.toString(entry.position()));
        step.put("type", entry.eventType());
        step.put("revision", entry.revision());
        step.put("stream", entry.stream());
        step.put("version", entry.sequence() + 1);
        step.put("effectiveAt", entry.effectiveAt());
        step.put("recordedAt", entry.recordedAt());
        step.put("eventId", entry.eventId());
        step.put("origin", entry.origin());
        step.put("event", entry.event());
        step.put("balances", entry.balances());
        return step;
    }
}
