package exchange.settlement.domain.payout;

import exchange.settlement.domain.payout.PayeeEvent.PayeeAccountSet;
import org.jspecify.annotations.Nullable;

/**
 * A payee account as its events tell it.
 *
 * @param id      whose account, and in what currency
 * @param number  how often it was set: the version that payouts name
 * @param details the account now
 */
public record PayeeState(PayeeAccountId id, int number, BankDetails details) {

    /** The payee account after one more event. */
    public static PayeeState after(@Nullable PayeeState before, PayeeEvent event) {
        return switch (event) {
            case PayeeAccountSet e -> new PayeeState(e.payee(), e.number(), e.details());
        };
    }
}
