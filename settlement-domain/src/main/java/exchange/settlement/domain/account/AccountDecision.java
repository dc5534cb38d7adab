package exchange.settlement.domain.account;

import exchange.settlement.domain.Money;
import exchange.settlement.domain.account.AccountCommand.CloseAccount;
import exchange.settlement.domain.account.AccountCommand.CreditAccount;
import exchange.settlement.domain.account.AccountCommand.DebitForPayout;
import exchange.settlement.domain.account.AccountCommand.DisengageAccount;
import exchange.settlement.domain.account.AccountCommand.EndPayout;
import exchange.settlement.domain.account.AccountCommand.EngageAccount;
import exchange.settlement.domain.account.AccountCommand.ReopenAccount;
import exchange.settlement.domain.account.AccountCommand.ReserveFunds;
import exchange.settlement.domain.account.AccountCommand.ReturnReservation;
import exchange.settlement.domain.account.AccountCommand.SpendReservation;
import exchange.settlement.domain.account.AccountEvent.AccountCloseRefused;
import exchange.settlement.domain.account.AccountEvent.AccountClosed;
import exchange.settlement.domain.account.AccountEvent.AccountCredited;
import exchange.settlement.domain.account.AccountEvent.AccountDisengaged;
import exchange.settlement.domain.account.AccountEvent.AccountEngaged;
import exchange.settlement.domain.account.AccountEvent.AccountOpened;
import exchange.settlement.domain.account.AccountEvent.FundsReserved;
import exchange.settlement.domain.account.AccountEvent.PayoutDebitRefused;
import exchange.settlement.domain.account.AccountEvent.PayoutDebited;
import exchange.settlement.domain.account.AccountEvent.PayoutEnded;
import exchange.settlement.domain.account.AccountEvent.ReservationRefused;
import exchange.settlement.domain.account.AccountEvent.ReservationReturned;
import exchange.settlement.domain.account.AccountEvent.ReservationSpent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a command does on a member's account.
 * <p>
 * What an order or a member must hear of is an event even when it is a refusal; credits are never refused. A step that comes
 * twice is recognised by its command id before it gets here (the log keeps every command id for good).
 */
public final class AccountDecision {

    /** The available balance does not cover what was asked. */
    public static final String INSUFFICIENT_FUNDS = "account.insufficient-funds";
    /** The reservation is not there any more. */
    public static final String NO_RESERVATION = "account.no-reservation";
    /** A closed account sets nothing aside. */
    public static final String CLOSED = "account.closed";
    /** A member cannot leave while its account holds money. */
    public static final String HOLDS_MONEY = "account.holds-money";
    /** A member cannot leave while its orders are under way. */
    public static final String OPEN_ORDERS = "account.open-orders";
    /** A member cannot leave while its payouts are under way: what comes back is still its money. */
    public static final String OPEN_PAYOUTS = "account.open-payouts";

    private AccountDecision() {}

    /** The events that a command causes; empty when there is nothing to do. */
    public static List<AccountEvent> decide(@Nullable AccountState state, AccountCommand command) {
        var events = new ArrayList<AccountEvent>();
        if (state == null) {
            events.add(new AccountOpened(command.account(), command.at()));
        }
        var account = state == null ? AccountState.after(null, events.getFirst()) : state;
        events.addAll(switch (command) {
            case CreditAccount c -> credited(account, c);
            case ReserveFunds c -> List.of(reserved(account, c));
            case SpendReservation c -> List.of(spent(account, c));
            case ReturnReservation c -> returned(account, c);
            case EngageAccount c -> account.open()
                    ? List.of(new AccountEngaged(c.account(), c.order(), c.at()))
                    : List.of(new AccountOpened(c.account(), c.at()), new AccountEngaged(c.account(), c.order(), c.at()));
            case DisengageAccount c -> List.of(new AccountDisengaged(c.account(), c.order(), c.at()));
            case DebitForPayout c -> List.of(debited(account, c));
            case EndPayout c -> account.payouts().contains(c.payout().value())
                    ? List.of(new PayoutEnded(c.account(), c.payout(), c.at()))
                    : List.of();
            case CloseAccount c -> closed(account, c);
            // Recorded even when it is open: only a step that leaves a trace cannot open the account once more, after a later exit.
            case ReopenAccount c -> state == null ? List.of() : List.of(new AccountOpened(c.account(), c.at()));
        });
        return events;
    }

    private static List<AccountEvent> credited(AccountState account, CreditAccount c) {
        var credited = new AccountCredited(c.account(), c.purpose(), c.source(), c.amount(), c.at());
        return account.open() ? List.of(credited) : List.of(new AccountOpened(c.account(), c.at()), credited);
    }

    private static AccountEvent reserved(AccountState account, ReserveFunds c) {
        var code = cannotGive(account, c.amount());
        return code == null
                ? new FundsReserved(c.account(), c.order(), c.amount(), c.at())
                : new ReservationRefused(c.account(), c.order(), c.amount(), account.available(), code, c.at());
    }

    private static AccountEvent spent(AccountState account, SpendReservation c) {
        var amount = account.reservedFor(c.order());
        // Whoever gave the reservation back in the meantime was first; the order hears of it and can be funded anew.
        return amount == null
                ? new ReservationRefused(c.account(), c.order(), Money.zero(c.account().currency()), account.available(),
                        NO_RESERVATION, c.at())
                : new ReservationSpent(c.account(), c.order(), amount, c.at());
    }

    private static List<AccountEvent> returned(AccountState account, ReturnReservation c) {
        var amount = account.reservedFor(c.order());
        return amount == null ? List.of() : List.of(new ReservationReturned(c.account(), c.order(), amount, c.at()));
    }

    private static List<AccountEvent> closed(AccountState account, CloseAccount c) {
        // A closed account says so again: the member may have missed it when an earlier exit was refused, and waits now.
        if (!account.open()) {
            return List.of(new AccountClosed(c.account(), c.at()));
        }
        if (account.available().isPositive() || account.reserved().isPositive()) {
            return List.of(new AccountCloseRefused(c.account(), HOLDS_MONEY, c.at()));
        }
        if (account.openOrders() > 0) {
            return List.of(new AccountCloseRefused(c.account(), OPEN_ORDERS, c.at()));
        }
        return List.of(account.payouts().isEmpty()
                ? new AccountClosed(c.account(), c.at())
                : new AccountCloseRefused(c.account(), OPEN_PAYOUTS, c.at()));
    }

    private static AccountEvent debited(AccountState account, DebitForPayout c) {
        var code = cannotGive(account, c.amount());
        return code == null
                ? new PayoutDebited(c.account(), c.payout(), c.amount(), c.at())
                : new PayoutDebitRefused(c.account(), c.payout(), c.amount(), account.available(), code, c.at());
    }

    private static @Nullable String cannotGive(AccountState account, Money amount) {
        if (!account.open()) {
            return CLOSED;
        }
        return amount.compareTo(account.available()) > 0 ? INSUFFICIENT_FUNDS : null;
    }
}
