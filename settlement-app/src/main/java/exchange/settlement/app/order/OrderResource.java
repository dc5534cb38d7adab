package exchange.settlement.app.order;

import exchange.settlement.app.api.Resource;
import exchange.settlement.domain.Rejection;
import exchange.settlement.domain.account.AccountDecision;
import exchange.settlement.domain.order.OrderEvent;
import exchange.settlement.domain.order.OrderEvent.OrderFundingRefused;
import exchange.settlement.domain.order.OrderState;
import exchange.settlement.domain.order.OrderState.Ended;
import exchange.settlement.domain.order.OrderState.Funding;
import exchange.settlement.domain.order.OrderState.Settling;
import exchange.settlement.domain.policy.SettlementTerms;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How the API shows an order. */
public final class OrderResource {

    /** Orders, as the API shows them. */
    public static final Resource<OrderState, OrderEvent> ORDERS = new Resource<>("/api/v1/orders", OrderState::after,
            OrderResource::render, OrderResource::atRest, OrderResource::failure);

    private OrderResource() {}

    /** The fields of an order, without version and position. */
    public static Map<String, Object> render(OrderState order) {
        var contract = order.contract();
        var figures = contract.terms().whole();
        var body = new LinkedHashMap<String, Object>();
        body.put("id", contract.order());
        body.put("status", order.status());
        body.put("reference", contract.reference());
        body.put("listingId", contract.listing());
        body.put("listingVersion", contract.listingVersion());
        body.put("providerId", contract.parties().provider());
        body.put("buyerId", contract.parties().buyer());
        body.put("price", figures.gross());
        body.put("net", figures.net());
        body.put("vat", figures.vat());
        body.put("fee", figures.fee());
        body.put("feeVat", figures.feeVat());
        body.put("payout", figures.payout());
        body.put("terms", contract.deadlines());
        body.put("policy", policy(contract.terms()));
        body.put("dimensions", contract.dimensions());
        order.due().ifPresent(due -> body.put("due", due));
        if (order instanceof Ended ended) {
            if (ended.settled() != null) {
                body.put("settled", ended.settled());
            }
            body.put("refunded", ended.refunded());
        }
        return body;
    }

    private static Map<String, Object> policy(SettlementTerms terms) {
        var body = new LinkedHashMap<String, Object>();
        body.put("version", terms.policyVersion());
        body.put("taxCode", terms.taxCode());
        return body;
    }

    private static boolean atRest(OrderState order) {
        return !(order instanceof Funding) && !(order instanceof Settling);
    }

    private static Optional<Rejection> failure(OrderEvent event) {
        return event instanceof OrderFundingRefused refused ? Optional.of(refusal(refused.code())) : Optional.empty();
    }

    private static Rejection refusal(String code) {
        return Rejection.conflict(code, switch (code) {
            case AccountDecision.INSUFFICIENT_FUNDS -> "The buyer's available balance does not cover the price."
                    + " The order is CONFIRMED as before: pay money in, then fund it again with a new key.";
            case AccountDecision.CLOSED -> "The buyer's account is closed, so the order cannot be funded.";
            default -> "The money set aside for the order was given back before it reached the escrow."
                    + " The order is CONFIRMED as before: fund it again with a new key.";
        });
    }
}
