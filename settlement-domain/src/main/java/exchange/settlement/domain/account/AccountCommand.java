package exchange.settlement.domain.account;

import exchange.settlement.domain.Command;
import exchange.settlement.domain.Money;
import exchange.settlement.domain.order.OrderId;
import exchange.settlement.domain.payout.PayoutId;
import java.time.Instant;
import java.util.UUID;

/** What can be asked of a member's account. All of it is asked by processes, so every step may be repeated. */
public sealed interface AccountCommand extends Command {

    /** The account that is asked. */
    AccountId account();

    @Override
    default AccountId target() {
        return account();
    }

    /**
     * Takes money in from {@code clearing/{source}}. Never refused.
     *
     * @param source the receipt, order or payout that the money comes from
     */
    record CreditAccount(AccountId account, CreditPurpose purpose, UUID source, Money amount,
            Instant at) implements AccountCommand {}

    /** Sets money aside for an order. */
    record ReserveFunds(AccountId account, OrderId order, Money amount, Instant at) implements AccountCommand {}

    /** Sends the money set aside for an order to {@code clearing/{order}}. */
    record SpendReservation(AccountId account, OrderId order, Instant at) implements AccountCommand {}

    /** Makes the money set aside for an order available again. */
    record ReturnReservation(AccountId account, OrderId order, Instant at) implements AccountCommand {}

    /** Tells that an order of the member has begun; the account stays open at least as long. */
    record EngageAccount(AccountId account, OrderId order, Instant at) implements AccountCommand {}

    /** Tells that an order of the member has ended. */
    record DisengageAccount(AccountId account, OrderId order, Instant at) implements AccountCommand {}

    /** Sends available money to {@code clearing/{payout}}, to be paid out. */
    record DebitForPayout(AccountId account, PayoutId payout, Money amount, Instant at) implements AccountCommand {}

    /** Tells that a payout of the member was paid. One that comes back ends with its credit. */
    record EndPayout(AccountId account, PayoutId payout, Instant at) implements AccountCommand {}

    /** Closes the account of a leaving member. */
    record CloseAccount(AccountId account, Instant at) implements AccountCommand {}

    /** Opens the account again of a member who could not leave. */
    record ReopenAccount(AccountId account, Instant at) implements AccountCommand {}
}
