package exchange.settlement.app.bank;

import exchange.settlement.app.api.Resource;
import exchange.settlement.domain.bank.BankReceiptEvent;
import exchange.settlement.domain.bank.BankReceiptState;
import java.util.LinkedHashMap;
import java.util.Map;

/** How the API shows a bank receipt. */
public final class ReceiptResource {

    /** Receipts, as the API shows them. */
    public static final Resource<BankReceiptState, BankReceiptEvent> RECEIPTS = Resource.settled("/api/v1/bank/receipts",
            BankReceiptState::after, ReceiptResource::render);

    private ReceiptResource() {}

    /** The fields of a receipt, without version and position. */
    public static Map<String, Object> render(BankReceiptState receipt) {
        var body = new LinkedHashMap<String, Object>();
        body.put("id", receipt.id());
        body.put("status", "RECORDED");
        body.put("bankAccount", receipt.bankAccount());
        body.put("bankReference", receipt.bankReference());
        body.put("memberId", receipt.member());
        body.put("amount", receipt.amount());
        body.put("valueDate", receipt.valueDate());
        return body;
    }
}
