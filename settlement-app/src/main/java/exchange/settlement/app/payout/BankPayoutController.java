package exchange.settlement.app.payout;

import static exchange.settlement.app.payout.PayoutResource.PAYOUTS;

import exchange.settlement.app.api.CommandEndpoint;
import exchange.settlement.app.api.CommandIds;
import exchange.settlement.app.engine.PolicyConfiguration;
import exchange.settlement.app.web.CommandRequest;
import exchange.settlement.domain.payout.PayoutCommand.ConfirmPayout;
import exchange.settlement.domain.payout.PayoutCommand.ReportUnknownOutcome;
import exchange.settlement.domain.payout.PayoutCommand.ReturnPayout;
import exchange.settlement.domain.payout.PayoutCommand.SendPayout;
import exchange.settlement.domain.payout.PayoutId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the bank does with payouts, and what it tells of them. */
@RestController
@RequestMapping("/api/v1/bank/payouts/{id}")
class BankPayoutController {

    private final CommandEndpoint endpoint;
    private final PolicyConfiguration.Settings exchange;
    private final Supplier<Instant> now;

    BankPayoutController(CommandEndpoint endpoint, PolicyConfiguration.Settings exchange, Supplier<Instant> now) {
        this.endpoint = endpoint;
        this.exchange = exchange;
        this.now = now;
    }

    @PostMapping("/send")
    ResponseEntity<Map<String, Object>> send(@PathVariable UUID id, CommandRequest request) {
        return endpoint.step(request, PAYOUTS, _ -> new SendPayout(new PayoutId(id), now.get()));
    }

    @PostMapping("/unknown")
    ResponseEntity<Map<String, Object>> unknown(@PathVariable UUID id, CommandRequest request) {
        return endpoint.step(request, PAYOUTS, _ -> new ReportUnknownOutcome(new PayoutId(id), now.get()));
    }

    @PostMapping("/confirm")
    ResponseEntity<Map<String, Object>> confirm(@PathVariable UUID id, CommandRequest request) {
        return endpoint.step(request, PAYOUTS, in -> {
            var named = in.body().optionalText("bankAccount", 64);
            var account = named == null ? exchange.bankAccount() : named;
            var reference = in.body().text("bankReference", 128);
            return new ConfirmPayout(new PayoutId(id), CommandIds.payment(account, reference), account, reference,
                    in.body().date("valueDate"), now.get());
        });
    }

    @PostMapping("/return")
    ResponseEntity<Map<String, Object>> giveBack(@PathVariable UUID id, CommandRequest request) {
        return endpoint.step(request, PAYOUTS,
                in -> new ReturnPayout(new PayoutId(id), in.body().date("valueDate"), in.reason(), now.get()));
    }
}
