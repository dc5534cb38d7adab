package exchange.settlement.app.bank;

import static exchange.settlement.app.bank.ReceiptResource.RECEIPTS;

import exchange.settlement.app.api.CommandEndpoint;
import exchange.settlement.app.api.CommandIds;
import exchange.settlement.app.engine.PolicyConfiguration;
import exchange.settlement.app.web.CommandRequest;
import exchange.settlement.app.web.Fields;
import exchange.settlement.app.web.Fields.Sign;
import exchange.settlement.domain.bank.BankReceiptCommand.RecordReceipt;
import exchange.settlement.domain.member.MemberId;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the supervised bank tells. */
@RestController
@RequestMapping("/api/v1/bank/receipts")
class ReceiptController {

    private final CommandEndpoint endpoint;
    private final PolicyConfiguration.Settings exchange;
    private final Supplier<Instant> now;

    ReceiptController(CommandEndpoint endpoint, PolicyConfiguration.Settings exchange, Supplier<Instant> now) {
        this.endpoint = endpoint;
        this.exchange = exchange;
        this.now = now;
    }

    @PostMapping
    ResponseEntity<Map<String, Object>> record(CommandRequest request) {
        return endpoint.create(request, RECEIPTS, in -> {
            var account = account(in.body());
            var reference = in.body().text("bankReference", 128);
            return new RecordReceipt(CommandIds.receipt(account, reference), account, reference,
                    new MemberId(in.body().id("memberId")), in.body().money("amount", Sign.POSITIVE),
                    in.body().date("valueDate"), now.get());
        });
    }

    private String account(Fields body) {
        var named = body.optionalText("bankAccount", 64);
        if (named != null && !named.equals(exchange.bankAccount())) {
            // A second spelling of an account would let its entries count a second time.
            body.reject("bankAccount", "must be the supervised account of this exchange: " + exchange.bankAccount());
        }
        return exchange.bankAccount();
    }
}
