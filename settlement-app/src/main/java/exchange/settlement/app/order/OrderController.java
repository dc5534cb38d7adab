package exchange.settlement.app.order;

import static exchange.settlement.app.order.OrderResource.ORDERS;

import exchange.settlement.app.api.CommandEndpoint;
import exchange.settlement.app.proposal.ProposalDesk;
import exchange.settlement.app.web.CommandRequest;
import exchange.settlement.app.web.EvidenceFields;
import exchange.settlement.app.web.Fields;
import exchange.settlement.app.web.Fields.Sign;
import exchange.settlement.domain.listing.ListingId;
import exchange.settlement.domain.member.MemberId;
import exchange.settlement.domain.order.DeadlineTerms;
import exchange.settlement.domain.order.OrderCommand.AcceptOrder;
import exchange.settlement.domain.order.OrderCommand.CancelOrder;
import exchange.settlement.domain.order.OrderCommand.ConfirmOrder;
import exchange.settlement.domain.order.OrderCommand.DeliverOrder;
import exchange.settlement.domain.order.OrderCommand.DisputeOrder;
import exchange.settlement.domain.order.OrderCommand.FundOrder;
import exchange.settlement.domain.order.OrderCommand.PlaceOrder;
import exchange.settlement.domain.order.OrderCommand.RefundOrder;
import exchange.settlement.domain.order.OrderCommand.RejectOrder;
import exchange.settlement.domain.order.OrderId;
import exchange.settlement.domain.proposal.ProposedAction;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The steps of an order. */
@RestController
@RequestMapping("/api/v1/orders")
class OrderController {

    private final CommandEndpoint endpoint;
    private final ProposalDesk proposals;
    private final Supplier<Instant> now;

    OrderController(CommandEndpoint endpoint, ProposalDesk proposals, Supplier<Instant> now) {
        this.endpoint = endpoint;
        this.proposals = proposals;
        this.now = now;
    }

    @PostMapping
    ResponseEntity<Map<String, Object>> place(CommandRequest request) {
        return endpoint.create(request, ORDERS, in -> new PlaceOrder(new OrderId(in.derive("order")), request.caller().client(),
                new ListingId(in.body().id("listingId")), in.body().number("listingVersion", 1, Integer.MAX_VALUE),
                new MemberId(in.body().id("buyerId")), in.body().text("reference", 128), deadlines(in.body().object("terms")),
                now.get()));
    }

    @PostMapping("/{id}/confirm")
    ResponseEntity<Map<String, Object>> confirm(@PathVariable UUID id, CommandRequest request) {
        return endpoint.step(request, ORDERS, _ -> new ConfirmOrder(new OrderId(id), request.caller().client(), now.get()));
    }

    @PostMapping("/{id}/reject")
    ResponseEntity<Map<String, Object>> reject(@PathVariable UUID id, CommandRequest request) {
        return endpoint.step(request, ORDERS,
                in -> new RejectOrder(new OrderId(id), request.caller().client(), in.optionalReason(), now.get()));
    }

    @PostMapping("/{id}/cancel")
    ResponseEntity<Map<String, Object>> cancel(@PathVariable UUID id, CommandRequest request) {
        return endpoint.step(request, ORDERS,
                in -> new CancelOrder(new OrderId(id), request.caller().client(), in.optionalReason(), now.get()));
    }

    @PostMapping("/{id}/fund")
    ResponseEntity<Map<String, Object>> fund(@PathVariable UUID id, CommandRequest request) {
        return endpoint.step(request, ORDERS, _ -> new FundOrder(new OrderId(id), request.caller().client(), now.get()));
    }

    @PostMapping("/{id}/deliver")
    ResponseEntity<Map<String, Object>> deliver(@PathVariable UUID id, CommandRequest request) {
        return endpoint.step(request, ORDERS, in -> new DeliverOrder(new OrderId(id), request.caller().client(),
                EvidenceFields.of(in.body(), "evidence"), now.get()));
    }

    @PostMapping("/{id}/accept")
    ResponseEntity<Map<String, Object>> accept(@PathVariable UUID id, CommandRequest request) {
        return endpoint.step(request, ORDERS, _ -> new AcceptOrder(new OrderId(id), request.caller().client(), now.get()));
    }

    @PostMapping("/{id}/dispute")
    ResponseEntity<Map<String, Object>> dispute(@PathVariable UUID id, CommandRequest request) {
        return endpoint.step(request, ORDERS,
                in -> new DisputeOrder(new OrderId(id), request.caller().client(), in.reason(), now.get()));
    }

    @PostMapping("/{id}/refund")
    ResponseEntity<Map<String, Object>> refund(@PathVariable UUID id, CommandRequest request) {
        return endpoint.step(request, ORDERS,
                in -> new RefundOrder(new OrderId(id), request.caller().client(), in.reason(), now.get()));
    }

    @PostMapping("/{id}/award")
    ResponseEntity<Map<String, Object>> award(@PathVariable UUID id, CommandRequest request) {
        return proposals.ask(request, in -> new ProposedAction.Award(new OrderId(id),
                in.body().money("toProvider", Sign.NOT_NEGATIVE), in.body().money("toBuyer", Sign.NOT_NEGATIVE)));
    }

    private static DeadlineTerms deadlines(Fields terms) {
        return new DeadlineTerms(terms.duration("confirmWithin"), terms.duration("fundWithin"),
                terms.duration("deliverWithin"), terms.duration("inspectWithin"));
    }
}
