package exchange.settlement.domain.account;

import static exchange.settlement.domain.Samples.ACCOUNT;
import static exchange.settlement.domain.Samples.NOTHING;
import static exchange.settlement.domain.Samples.NOW;
import static exchange.settlement.domain.Samples.ORDER;
import static exchange.settlement.domain.Samples.PAYOUT;
import static exchange.settlement.domain.Samples.PRICE;
import static exchange.settlement.domain.Trial.given;

import exchange.settlement.domain.EveryCommand;
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
import exchange.settlement.domain.order.OrderId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AccountDecisionTest {

    @RegisterExtension
    static final EveryCommand EVERY_COMMAND = EveryCommand.of(AccountCommand.class);

    private static final UUID RECEIPT = new UUID(5, 1);
    private static final AccountEvent OPENED = new AccountOpened(ACCOUNT, NOW);
    private static final AccountEvent CREDITED = new AccountCredited(ACCOUNT, CreditPurpose.RECEIPT, RECEIPT, PRICE, NOW);
    private static final AccountEvent RESERVED = new FundsReserved(ACCOUNT, ORDER, PRICE, NOW);
    private static final AccountEvent ENGAGED = new AccountEngaged(ACCOUNT, ORDER, NOW);
    private static final AccountEvent DISENGAGED = new AccountDisengaged(ACCOUNT, ORDER, NOW);
    private static final AccountEvent CLOSED = new AccountClosed(ACCOUNT, NOW);
    private static final AccountEvent PAID_OUT = new PayoutDebited(ACCOUNT, PAYOUT, PRICE, NOW);
    private static final AccountEvent ENDED = new PayoutEnded(ACCOUNT, PAYOUT, NOW);
    private static final AccountEvent BACK = new AccountCredited(ACCOUNT, CreditPurpose.PAYOUT_RETURNED, PAYOUT.value(), PRICE,
            NOW);
    private static final List<AccountEvent> OPEN = List.of(OPENED);
    private static final List<AccountEvent> RICH = List.of(OPENED, CREDITED);

    @Test
    void a_credit_is_never_refused_and_opens_the_account_if_need_be() {
        var credit = new CreditAccount(ACCOUNT, CreditPurpose.RECEIPT, RECEIPT, PRICE, NOW);
        given(OPEN).when(credit).then(CREDITED);
        given().when(credit).then(OPENED, CREDITED);
        given(OPEN, List.of(CLOSED)).when(credit).then(OPENED, CREDITED);
    }

    @Test
    void what_is_available_is_set_aside_to_the_last_fen_and_not_beyond() {
        given(RICH).when(new ReserveFunds(ACCOUNT, ORDER, PRICE, NOW)).then(RESERVED);
        var more = PRICE.plus(Money.cny(1));
        given(RICH).when(new ReserveFunds(ACCOUNT, ORDER, more, NOW))
                .then(new ReservationRefused(ACCOUNT, ORDER, more, PRICE, "account.insufficient-funds", NOW));
        given(RICH, List.of(RESERVED)).when(new ReserveFunds(ACCOUNT, new OrderId(new UUID(3, 2)), Money.cny(1), NOW)).then(
                new ReservationRefused(ACCOUNT, new OrderId(new UUID(3, 2)), Money.cny(1), NOTHING, "account.insufficient-funds",
                        NOW));
    }

    @Test
    void an_account_that_is_not_open_sets_nothing_aside() {
        given(OPEN, List.of(CLOSED)).when(new ReserveFunds(ACCOUNT, ORDER, PRICE, NOW))
                .then(new ReservationRefused(ACCOUNT, ORDER, PRICE, NOTHING, "account.closed", NOW));
        given().when(new ReserveFunds(ACCOUNT, ORDER, PRICE, NOW)).then(OPENED,
                new ReservationRefused(ACCOUNT, ORDER, PRICE, NOTHING, "account.insufficient-funds", NOW));
    }

    @Test
    void a_reservation_is_spent_or_returned_and_whoever_comes_second_finds_none() {
        var spent = new ReservationSpent(ACCOUNT, ORDER, PRICE, NOW);
        var returned = new ReservationReturned(ACCOUNT, ORDER, PRICE, NOW);
        given(RICH, List.of(RESERVED)).when(new SpendReservation(ACCOUNT, ORDER, NOW)).then(spent);
        given(RICH, List.of(RESERVED)).when(new ReturnReservation(ACCOUNT, ORDER, NOW)).then(returned);
        given(RICH, List.of(RESERVED, spent)).when(new ReturnReservation(ACCOUNT, ORDER, NOW)).changesNothing();
        given(RICH, List.of(RESERVED, returned)).when(new SpendReservation(ACCOUNT, ORDER, NOW))
                .then(new ReservationRefused(ACCOUNT, ORDER, NOTHING, PRICE, "account.no-reservation", NOW));
    }

    @Test
    void an_order_that_begins_keeps_the_account_open_or_opens_it() {
        given(OPEN).when(new EngageAccount(ACCOUNT, ORDER, NOW)).then(ENGAGED);
        given().when(new EngageAccount(ACCOUNT, ORDER, NOW)).then(OPENED, ENGAGED);
        given(OPEN, List.of(CLOSED)).when(new EngageAccount(ACCOUNT, ORDER, NOW)).then(OPENED, ENGAGED);
        given(OPEN, List.of(ENGAGED)).when(new DisengageAccount(ACCOUNT, ORDER, NOW)).then(DISENGAGED);
    }

    @Test
    void an_account_closes_when_it_holds_nothing_and_no_order_runs() {
        var close = new CloseAccount(ACCOUNT, NOW);
        given(OPEN).when(close).then(CLOSED);
        given(OPEN, List.of(ENGAGED, DISENGAGED)).when(close).then(CLOSED);
        given(RICH).when(close).then(new AccountCloseRefused(ACCOUNT, "account.holds-money", NOW));
        given(RICH, List.of(RESERVED)).when(close).then(new AccountCloseRefused(ACCOUNT, "account.holds-money", NOW));
        given(OPEN, List.of(ENGAGED)).when(close).then(new AccountCloseRefused(ACCOUNT, "account.open-orders", NOW));
    }

    @Test
    void what_is_available_is_paid_out_to_the_last_fen_and_not_beyond() {
        given(RICH).when(new DebitForPayout(ACCOUNT, PAYOUT, PRICE, NOW)).then(PAID_OUT);
        var more = PRICE.plus(Money.cny(1));
        given(RICH).when(new DebitForPayout(ACCOUNT, PAYOUT, more, NOW))
                .then(new PayoutDebitRefused(ACCOUNT, PAYOUT, more, PRICE, "account.insufficient-funds", NOW));
        given(RICH, List.of(RESERVED)).when(new DebitForPayout(ACCOUNT, PAYOUT, Money.cny(1), NOW))
                .then(new PayoutDebitRefused(ACCOUNT, PAYOUT, Money.cny(1), NOTHING, "account.insufficient-funds", NOW));
        given(RICH, List.of(PAID_OUT)).when(new ReserveFunds(ACCOUNT, ORDER, Money.cny(1), NOW))
                .then(new ReservationRefused(ACCOUNT, ORDER, Money.cny(1), NOTHING, "account.insufficient-funds", NOW));
        given(OPEN, List.of(CLOSED)).when(new DebitForPayout(ACCOUNT, PAYOUT, PRICE, NOW))
                .then(new PayoutDebitRefused(ACCOUNT, PAYOUT, PRICE, NOTHING, "account.closed", NOW));
    }

    @Test
    void an_account_stays_open_until_its_payouts_have_an_outcome() {
        var close = new CloseAccount(ACCOUNT, NOW);
        given(RICH, List.of(PAID_OUT)).when(close).then(new AccountCloseRefused(ACCOUNT, "account.open-payouts", NOW));
        given(RICH, List.of(PAID_OUT)).when(new EndPayout(ACCOUNT, PAYOUT, NOW)).then(ENDED);
        given(RICH, List.of(PAID_OUT, ENDED)).when(close).then(CLOSED);
        given(RICH, List.of(PAID_OUT, BACK)).when(close).then(new AccountCloseRefused(ACCOUNT, "account.holds-money", NOW));
        given(RICH, List.of(PAID_OUT, BACK)).when(new EndPayout(ACCOUNT, PAYOUT, NOW)).changesNothing();
    }

    @Test
    void what_could_not_be_paid_is_the_members_again_even_in_a_closed_account() {
        var credit = new CreditAccount(ACCOUNT, CreditPurpose.PAYOUT_RETURNED, PAYOUT.value(), PRICE, NOW);
        given(RICH, List.of(PAID_OUT)).when(credit).then(BACK);
        given(RICH, List.of(PAID_OUT, ENDED, CLOSED)).when(credit).then(OPENED, BACK);
    }

    @Test
    void a_closed_account_says_so_again_to_a_member_that_waits_for_it() {
        given(OPEN, List.of(CLOSED)).when(new CloseAccount(ACCOUNT, NOW)).then(CLOSED);
    }

    @Test
    void opening_again_always_leaves_a_trace_so_that_it_has_one_effect() {
        given(OPEN, List.of(CLOSED)).when(new ReopenAccount(ACCOUNT, NOW)).then(OPENED);
        given(OPEN).when(new ReopenAccount(ACCOUNT, NOW)).then(OPENED);
        given().when(new ReopenAccount(ACCOUNT, NOW)).then(OPENED);
    }
}
