package exchange.settlement.app.payout;

import static exchange.settlement.app.payout.PayoutResource.PAYOUTS;

import exchange.settlement.app.api.CommandEndpoint;
import exchange.settlement.app.engine.PolicyConfiguration;
import exchange.settlement.app.proposal.ProposalDesk;
import exchange.settlement.app.security.Role;
import exchange.settlement.app.web.CommandRequest;
import exchange.settlement.app.web.Fields.Sign;
import exchange.settlement.domain.member.MemberId;
import exchange.settlement.domain.payout.BankDetails;
import exchange.settlement.domain.payout.PayeeAccountId;
import exchange.settlement.domain.payout.PayoutCommand.RequestPayout;
import exchange.settlement.domain.payout.PayoutId;
import exchange.settlement.domain.proposal.ProposedAction;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where a member's money goes, and that it goes. */
@RestController
@RequestMapping("/api/v1/members/{id}")
class PayoutController {

    private static final Pattern BANK_CODE = Pattern.compile("[0-9A-Z]{8,12}");
    private static final Pattern ACCOUNT_NUMBER = Pattern.compile("[0-9A-Z]{8,34}");

    private final CommandEndpoint endpoint;
    private final ProposalDesk proposals;
    private final PolicyConfiguration.Settings exchange;
    private final Supplier<Instant> now;

    PayoutController(CommandEndpoint endpoint, ProposalDesk proposals, PolicyConfiguration.Settings exchange,
            Supplier<Instant> now) {
        this.endpoint = endpoint;
        this.proposals = proposals;
        this.exchange = exchange;
        this.now = now;
    }

    @PostMapping("/payee-accounts")
    ResponseEntity<Map<String, Object>> setPayeeAccount(@PathVariable UUID id, CommandRequest request) {
        return proposals.ask(request, in -> new ProposedAction.SetPayeeAccount(
                new PayeeAccountId(new MemberId(id), in.body().currency("currency")), details(in)));
    }

    /** An operator needs no mandate, but a reason. */
    @PostMapping("/payouts")
    ResponseEntity<Map<String, Object>> request(@PathVariable UUID id, CommandRequest request) {
        boolean operator = request.caller().isAny(Role.OPERATOR);
        return endpoint.create(request, PAYOUTS, in -> new RequestPayout(new PayoutId(in.derive("payout")), new MemberId(id),
                in.body().money("amount", Sign.POSITIVE), in.body().text("reference", 128),
                operator ? null : request.caller().client(), operator ? in.reason() : in.optionalReason(),
                exchange.bankAccount(), now.get()));
    }

    private static BankDetails details(CommandEndpoint.Intake in) {
        var number = in.body().pattern("accountNumber", ACCOUNT_NUMBER, "must be 8 to 34 digits and capital letters");
        return new BankDetails(
                in.body().pattern("bankCode", BANK_CODE, "must be a CNAPS number of 12 digits, or a BIC of 8 or 11 characters"),
                in.kept("accountNumber", number), number.substring(Math.max(0, number.length() - 4)),
                in.body().text("accountName", 200));
    }
}
