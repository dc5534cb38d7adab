package exchange.settlement.domain.account;

import exchange.settlement.domain.Money;
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
import exchange.settlement.domain.order.OrderId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A member's account as its events tell it. It does not grow with its history: only what is set aside now is listed.
 *
 * @param id           the account
 * @param open         whether it is open
 * @param available    what the member can spend; never negative
 * @param reservations what is set aside, by order
 * @param openOrders   how many of the member's orders are under way
 * @param payouts      the payouts whose outcome is open
 */
public record AccountState(AccountId id, boolean open, Money available, Map<UUID, Money> reservations, int openOrders,
        List<UUID> payouts) {

    public AccountState {
        reservations = Map.copyOf(reservations);
        payouts = List.copyOf(payouts);
    }

    /** The account after one more event. */
    public static AccountState after(@Nullable AccountState before, AccountEvent event) {
        if (event instanceof AccountOpened e && before == null) {
            return new AccountState(e.account(), true, Money.zero(e.account().currency()), Map.of(), 0, List.of());
        }
        var now = Objects.requireNonNull(before, "an account begins by being opened");
        return switch (event) {
            case AccountOpened _ -> now.open(true);
            case AccountCredited e -> now.with(now.available.plus(e.amount()), now.reservations)
                    .awaiting(e.purpose() == CreditPurpose.PAYOUT_RETURNED ? now.awaitingNot(e.source()) : now.payouts);
            case FundsReserved e -> now.with(now.available.minus(e.amount()), now.setAside(e.order(), e.amount()));
            case ReservationSpent e -> now.with(now.available, now.without(e.order()));
            case ReservationReturned e -> now.with(now.available.plus(e.amount()), now.without(e.order()));
            case PayoutDebited e -> now.with(now.available.minus(e.amount()), now.reservations)
                    .awaiting(Stream.concat(now.payouts.stream(), Stream.of(e.payout().value())).toList());
            case PayoutEnded e -> now.awaiting(now.awaitingNot(e.payout().value()));
            case ReservationRefused _,PayoutDebitRefused _,AccountCloseRefused _ -> now;
            case AccountEngaged _ -> now.engaged(now.openOrders + 1);
            case AccountDisengaged _ -> now.engaged(now.openOrders - 1);
            case AccountClosed _ -> now.open(false);
        };
    }

    /** What is set aside in all. */
    public Money reserved() {
        return reservations.values().stream().reduce(Money.zero(id.currency()), Money::plus);
    }

    /** What is set aside for an order, if anything is. */
    public @Nullable Money reservedFor(OrderId order) {
        return reservations.get(order.value());
    }

    private AccountState open(boolean next) {
        return new AccountState(id, next, available, reservations, openOrders, payouts);
    }

    private AccountState with(Money nextAvailable, Map<UUID, Money> nextReservations) {
        return new AccountState(id, open, nextAvailable, nextReservations, openOrders, payouts);
    }

    private AccountState engaged(int orders) {
        return new AccountState(id, open, available, reservations, orders, payouts);
    }

    private AccountState awaiting(List<UUID> openPayouts) {
        return new AccountState(id, open, available, reservations, openOrders, openPayouts);
    }

    private List<UUID> awaitingNot(UUID payout) {
        return payouts.stream().filter(p -> !p.equals(payout)).toList();
    }

    private Map<UUID, Money> setAside(OrderId order, Money amount) {
        var more = new TreeMap<>(reservations);
        more.put(order.value(), amount);
        return more;
    }

    private Map<UUID, Money> without(OrderId order) {
        var fewer = new TreeMap<>(reservations);
        fewer.remove(order.value());
        return fewer;
    }
}
