package exchange.settlement.domain.account;

import exchange.settlement.domain.Command;
import exchange.settlement.domain.Money;
import exchange.settlement.domain.order.OrderId;
import java.time.Instant;

/** What can be asked of the exchange's fee account. */
public sealed interface FeeCommand extends Command {

    /** Takes in the fee of a release, its VAT included, from {@code clearing/{order}}. Never refused. */
    record CollectFee(OrderId order, Money fee, Money feeVat, Instant at) implements FeeCommand {

        @Override
        public FeeAccountId target() {
            return new FeeAccountId(fee.currency());
        }
    }
}
