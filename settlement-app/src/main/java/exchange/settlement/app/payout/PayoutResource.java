package exchange.settlement.app.payout;

import exchange.settlement.app.api.Resource;
import exchange.settlement.domain.Rejection;
import exchange.settlement.domain.payout.BankDetails;
import exchange.settlement.domain.payout.PayeeEvent;
import exchange.settlement.domain.payout.PayeeState;
import exchange.settlement.domain.payout.PayoutEvent;
import exchange.settlement.domain.payout.PayoutEvent.PayoutRefused;
import exchange.settlement.domain.payout.PayoutRejection;
import exchange.settlement.domain.payout.PayoutState;
import exchange.settlement.domain.payout.PayoutState.Status;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How the API shows payouts and payee accounts: of an account's number the end only, unless somebody has to read it. */
final class PayoutResource {

    /** Payouts, as commands and reads answer them. */
    static final Resource<PayoutState, PayoutEvent> PAYOUTS = new Resource<>("/api/v1/payouts", PayoutState::after,
            PayoutResource::render, payout -> payout.status() != Status.REQUESTED, PayoutResource::failure);

    /** Payee accounts, in lists. */
    static final Resource<PayeeState, PayeeEvent> PAYEES = Resource.settled("/api/v1/payee-accounts", PayeeState::after,
            PayoutResource::render);

    private PayoutResource() {}

    /** The fields of a payout, without version and position. */
    static Map<String, Object> render(PayoutState payout) {
        var request = payout.request();
        var body = new LinkedHashMap<String, Object>();
        body.put("id", request.id());
        body.put("status", payout.status());
        body.put("memberId", request.member());
        body.put("amount", request.amount());
        body.put("reference", request.reference());
        var client = request.client();
        if (client != null) {
            body.put("client", client);
        }
        var payee = details(request.payee());
        payee.put("version", request.payeeVersion());
        body.put("payee", payee);
        body.put("bankAccount", request.bankAccount());
        body.put("bankReference", request.bankReference());
        if (payout.code() != null) {
            body.put("refusedBecause", payout.code());
        }
        var paid = payout.paid();
        if (paid != null) {
            body.put("paid", Map.of("bankReference", paid.bankReference(), "valueDate", paid.valueDate()));
        }
        var back = payout.back();
        if (back != null) {
            body.put("returned", Map.of("afterConfirmation", back.afterConfirmation(), "valueDate", back.valueDate()));
        }
        return body;
    }

    /** An account with the end of its number. */
    static Map<String, Object> details(BankDetails details) {
        var body = new LinkedHashMap<String, Object>();
        body.put("bankCode", details.bankCode());
        body.put("accountNumberEnding", details.lastFour());
        body.put("accountName", details.accountName());
        return body;
    }

    private static Map<String, Object> render(PayeeState payee) {
        var body = new LinkedHashMap<String, Object>();
        body.put("currency", payee.id().currency());
        body.putAll(details(payee.details()));
        return body;
    }

    private static Optional<Rejection> failure(PayoutEvent event) {
        return event instanceof PayoutRefused refused ? Optional.of(PayoutRejection.notDebited(refused.code()))
                : Optional.empty();
    }
}
