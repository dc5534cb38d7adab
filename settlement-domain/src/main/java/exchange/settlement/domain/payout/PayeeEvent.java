package exchange.settlement.domain.payout;

import exchange.settlement.domain.EventType;
import exchange.settlement.domain.SettlementEvent;
import exchange.settlement.domain.TextId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happens to a payee account. Written by {@link PayeeAccount} only. */
public sealed interface PayeeEvent extends SettlementEvent {

    /** The account it happened to. */
    PayeeAccountId payee();

    @Override
    default PayeeAccountId aggregate() {
        return payee();
    }

    /**
     * The member is paid out to this account from now on.
     *
     * @param number counts from 1
     */
    @EventType("payee.account-set")
    record PayeeAccountSet(PayeeAccountId payee, int number, BankDetails details, @Nullable TextId reason,
            Instant at) implements PayeeEvent {}
}
