package exchange.settlement.domain.process;

import exchange.settlement.domain.Command;
import exchange.settlement.domain.account.AccountCommand.CreditAccount;
import exchange.settlement.domain.account.AccountCommand.DebitForPayout;
import exchange.settlement.domain.account.AccountCommand.EndPayout;
import exchange.settlement.domain.account.AccountId;
import exchange.settlement.domain.account.CreditPurpose;
import exchange.settlement.domain.payout.PayoutEvent;
import exchange.settlement.domain.payout.PayoutEvent.PayoutConfirmed;
import exchange.settlement.domain.payout.PayoutEvent.PayoutOutcomeUnknown;
import exchange.settlement.domain.payout.PayoutEvent.PayoutReady;
import exchange.settlement.domain.payout.PayoutEvent.PayoutRefused;
import exchange.settlement.domain.payout.PayoutEvent.PayoutRequested;
import exchange.settlement.domain.payout.PayoutEvent.PayoutReturned;
import exchange.settlement.domain.payout.PayoutEvent.PayoutSent;
import java.time.Instant;
import java.util.List;

/** Takes money from a member's account to a payout, and back when it could not be paid. */
final class PayoutProcess {

    private PayoutProcess() {}

    static List<Command> on(PayoutEvent event, Instant now) {
        return switch (event) {
            case PayoutRequested e -> List.of(new DebitForPayout(new AccountId(e.member(), e.amount().currency()), e.payout(),
                    e.amount(), now));
            case PayoutConfirmed e -> List.of(new EndPayout(new AccountId(e.member(), e.amount().currency()), e.payout(), now));
            // The credit counts from the value date, as the return does.
            case PayoutReturned e -> List.of(new CreditAccount(new AccountId(e.member(), e.amount().currency()),
                    CreditPurpose.PAYOUT_RETURNED, e.payout().value(), e.amount(), e.at()));
            case PayoutReady _,PayoutRefused _,PayoutSent _,PayoutOutcomeUnknown _ -> List.of();
        };
    }
}
