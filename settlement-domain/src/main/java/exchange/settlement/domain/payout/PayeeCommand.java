package exchange.settlement.domain.payout;

import exchange.settlement.domain.Command;
import exchange.settlement.domain.TextId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What can be asked of a payee account. */
public sealed interface PayeeCommand extends Command {

    /** Sets the account, or changes it; only on an approved proposal. Payouts that were requested before keep the one they name. */
    record SetPayeeAccount(PayeeAccountId payee, BankDetails details, @Nullable TextId reason,
            Instant at) implements PayeeCommand {

        @Override
        public PayeeAccountId target() {
            return payee;
        }
    }
}
