package exchange.settlement.domain.process;

import static exchange.settlement.domain.Samples.ACCOUNT;
import static exchange.settlement.domain.Samples.BUYER;
import static exchange.settlement.domain.Samples.DETAILS;
import static exchange.settlement.domain.Samples.NOTHING;
import static exchange.settlement.domain.Samples.NOW;
import static exchange.settlement.domain.Samples.ORDER;
import static exchange.settlement.domain.Samples.PARTIES;
import static exchange.settlement.domain.Samples.PAYEE;
import static exchange.settlement.domain.Samples.PAYOUT;
import static exchange.settlement.domain.Samples.PRICE;
import static exchange.settlement.domain.Samples.PROVIDER;
import static exchange.settlement.domain.Samples.TEXT;
import static exchange.settlement.domain.Samples.later;
import static exchange.settlement.domain.Samples.payoutRequested;
import static exchange.settlement.domain.Samples.placed;
import static exchange.settlement.domain.Samples.terms;
import static org.assertj.core.api.Assertions.assertThat;

import exchange.settlement.domain.Command;
import exchange.settlement.domain.Money;
import exchange.settlement.domain.SettlementEvent;
import exchange.settlement.domain.Specimen;
import exchange.settlement.domain.account.AccountCommand.CloseAccount;
import exchange.settlement.domain.account.AccountCommand.CreditAccount;
import exchange.settlement.domain.account.AccountCommand.DebitForPayout;
import exchange.settlement.domain.account.AccountCommand.DisengageAccount;
import exchange.settlement.domain.account.AccountCommand.EndPayout;
import exchange.settlement.domain.account.AccountCommand.EngageAccount;
import exchange.settlement.domain.account.AccountCommand.ReopenAccount;
import exchange.settlement.domain.account.AccountCommand.ReserveFunds;
import exchange.settlement.domain.account.AccountCommand.SpendReservation;
import exchange.settlement.domain.account.AccountEvent.AccountCloseRefused;
import exchange.settlement.domain.account.AccountEvent.AccountClosed;
import exchange.settlement.domain.account.AccountEvent.AccountOpened;
import exchange.settlement.domain.account.AccountEvent.FundsReserved;
import exchange.settlement.domain.account.AccountEvent.PayoutDebitRefused;
import exchange.settlement.domain.account.AccountEvent.PayoutDebited;
import exchange.settlement.domain.account.AccountEvent.ReservationRefused;
import exchange.settlement.domain.account.AccountEvent.ReservationSpent;
import exchange.settlement.domain.account.AccountId;
import exchange.settlement.domain.account.CreditPurpose;
import exchange.settlement.domain.account.FeeCommand.CollectFee;
import exchange.settlement.domain.bank.BankReceiptEvent.ReceiptRecorded;
import exchange.settlement.domain.bank.BankReceiptId;
import exchange.settlement.domain.catalogue.EventCatalogue;
import exchange.settlement.domain.escrow.EscrowCommand.CloseEscrow;
import exchange.settlement.domain.escrow.EscrowCommand.FundEscrow;
import exchange.settlement.domain.escrow.EscrowCommand.OpenEscrow;
import exchange.settlement.domain.escrow.EscrowCommand.RefundEscrow;
import exchange.settlement.domain.escrow.EscrowCommand.ReleaseEscrow;
import exchange.settlement.domain.escrow.EscrowEvent.EscrowFunded;
import exchange.settlement.domain.escrow.EscrowEvent.EscrowRefunded;
import exchange.settlement.domain.escrow.EscrowEvent.EscrowReleased;
import exchange.settlement.domain.member.MemberCommand.CloseAccounts;
import exchange.settlement.domain.member.MemberCommand.ConfirmExit;
import exchange.settlement.domain.member.MemberCommand.NoteAccount;
import exchange.settlement.domain.member.MemberCommand.NoteAccountClosed;
import exchange.settlement.domain.member.MemberCommand.RefuseExit;
import exchange.settlement.domain.member.MemberEvent.AccountsClosing;
import exchange.settlement.domain.member.MemberEvent.ExitRefused;
import exchange.settlement.domain.member.MemberEvent.ExitRequested;
import exchange.settlement.domain.order.Deadline;
import exchange.settlement.domain.order.OrderCommand.AwardOrder;
import exchange.settlement.domain.order.OrderCommand.NoteFunded;
import exchange.settlement.domain.order.OrderCommand.NoteRefunded;
import exchange.settlement.domain.order.OrderCommand.NoteReleased;
import exchange.settlement.domain.order.OrderCommand.RefuseFunding;
import exchange.settlement.domain.order.OrderEvent.Acceptance;
import exchange.settlement.domain.order.OrderEvent.OrderAccepted;
import exchange.settlement.domain.order.OrderEvent.OrderAwarded;
import exchange.settlement.domain.order.OrderEvent.OrderCancelled;
import exchange.settlement.domain.order.OrderEvent.OrderExpired;
import exchange.settlement.domain.order.OrderEvent.OrderFundingStarted;
import exchange.settlement.domain.order.OrderEvent.OrderRefundStarted;
import exchange.settlement.domain.order.OrderEvent.OrderRefunded;
import exchange.settlement.domain.order.OrderEvent.OrderRejected;
import exchange.settlement.domain.order.OrderEvent.OrderSettled;
import exchange.settlement.domain.order.OrderEvent.RefundCause;
import exchange.settlement.domain.payout.PayeeCommand.SetPayeeAccount;
import exchange.settlement.domain.payout.PayoutCommand.NoteDebited;
import exchange.settlement.domain.payout.PayoutCommand.RefusePayout;
import exchange.settlement.domain.payout.PayoutEvent.PayoutConfirmed;
import exchange.settlement.domain.payout.PayoutEvent.PayoutReturned;
import exchange.settlement.domain.policy.Figures;
import exchange.settlement.domain.proposal.Ground;
import exchange.settlement.domain.proposal.Person;
import exchange.settlement.domain.proposal.ProposalCommand.LapseProposal;
import exchange.settlement.domain.proposal.ProposalCommand.NoteExecuted;
import exchange.settlement.domain.proposal.ProposalEvent.ProposalApproved;
import exchange.settlement.domain.proposal.ProposalId;
import exchange.settlement.domain.proposal.ProposedAction;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProcessesTest {

    private static final Instant LATER = later(Duration.ofMinutes(1));
    private static final AccountId PROVIDERS = new AccountId(PROVIDER, Money.CNY);
    private static final UUID RECEIPT = new UUID(5, 1);
    private static final Money PART = Money.cny(60_000);
    private static final Money REST = PRICE.minus(PART);
    private static final Figures ZERO = terms(NOTHING).whole();

    @Test
    void an_order_that_begins_or_ends_is_told_to_both_accounts() {
        on(placed(PRICE), new EngageAccount(ACCOUNT, ORDER, LATER), new EngageAccount(PROVIDERS, ORDER, LATER));
        for (var end : List.of(new OrderRejected(ORDER, PARTIES, null, NOW), new OrderCancelled(ORDER, PARTIES, null, NOW),
                new OrderExpired(ORDER, PARTIES, Deadline.FUND, NOW, NOW), new OrderRefunded(ORDER, PARTIES, PRICE, NOW),
                new OrderSettled(ORDER, PARTIES, terms(PRICE).whole(), NOTHING, NOW))) {
            on(end, new CloseEscrow(ORDER, LATER), new DisengageAccount(ACCOUNT, ORDER, LATER),
                    new DisengageAccount(PROVIDERS, ORDER, LATER));
        }
    }

    @Test
    void funding_goes_from_the_order_over_the_account_to_the_escrow_and_back() {
        on(new OrderFundingStarted(ORDER, PARTIES, terms(PRICE), NOW), new OpenEscrow(ORDER, PARTIES, terms(PRICE), LATER),
                new ReserveFunds(ACCOUNT, ORDER, PRICE, LATER));
        on(new FundsReserved(ACCOUNT, ORDER, PRICE, NOW), new SpendReservation(ACCOUNT, ORDER, LATER));
        on(new ReservationSpent(ACCOUNT, ORDER, PRICE, NOW), new FundEscrow(ORDER, PRICE, LATER));
        on(new EscrowFunded(ORDER, PRICE, NOW), new NoteFunded(ORDER, LATER));
        on(new ReservationRefused(ACCOUNT, ORDER, PRICE, NOTHING, "account.insufficient-funds", NOW),
                new RefuseFunding(ORDER, "account.insufficient-funds", LATER));
    }

    @Test
    void what_is_accepted_or_awarded_is_asked_of_the_escrow() {
        on(new OrderAccepted(ORDER, Acceptance.BUYER, PRICE, NOW), new ReleaseEscrow(ORDER, PRICE, LATER));
        on(new OrderAwarded(ORDER, PART, REST, null, NOW), new ReleaseEscrow(ORDER, PART, LATER),
                new RefundEscrow(ORDER, REST, LATER));
        on(new OrderAwarded(ORDER, PRICE, NOTHING, null, NOW), new ReleaseEscrow(ORDER, PRICE, LATER));
        on(new OrderAwarded(ORDER, NOTHING, PRICE, null, NOW), new RefundEscrow(ORDER, PRICE, LATER));
        on(new OrderRefundStarted(ORDER, RefundCause.AGREED, PRICE, null, NOW), new RefundEscrow(ORDER, PRICE, LATER));
    }

    @Test
    void a_free_order_is_told_at_once_that_nothing_had_to_arrive() {
        on(new OrderAccepted(ORDER, Acceptance.SILENCE, NOTHING, NOW), new NoteReleased(ORDER, ZERO, LATER));
        on(new OrderAwarded(ORDER, NOTHING, NOTHING, null, NOW), new NoteReleased(ORDER, ZERO, LATER));
        on(new OrderRefundStarted(ORDER, RefundCause.NOT_DELIVERED, NOTHING, null, NOW), new NoteRefunded(ORDER, NOTHING, LATER));
    }

    @Test
    void the_order_hears_last_that_money_has_arrived() {
        var whole = terms(PRICE).whole();
        on(new EscrowReleased(ORDER, PARTIES, whole, NOW), new CollectFee(ORDER, Money.cny(2_650), Money.cny(150), LATER),
                new CreditAccount(PROVIDERS, CreditPurpose.PAYOUT, ORDER.value(), Money.cny(103_350), LATER),
                new NoteReleased(ORDER, whole, LATER));
        var noFee = terms(Money.cny(1)).whole();
        on(new EscrowReleased(ORDER, PARTIES, noFee, NOW),
                new CreditAccount(PROVIDERS, CreditPurpose.PAYOUT, ORDER.value(), Money.cny(1), LATER),
                new NoteReleased(ORDER, noFee, LATER));
        on(new EscrowRefunded(ORDER, PARTIES, REST, NOW),
                new CreditAccount(ACCOUNT, CreditPurpose.REFUND, ORDER.value(), REST, LATER),
                new NoteRefunded(ORDER, REST, LATER));
    }

    @Test
    void a_receipt_is_credited_at_its_own_time() {
        on(new ReceiptRecorded(new BankReceiptId(RECEIPT), "supervised", "R-1", BUYER, PRICE, LocalDate.of(2026, 11, 23), NOW),
                new CreditAccount(ACCOUNT, CreditPurpose.RECEIPT, RECEIPT, PRICE, NOW));
    }

    @Test
    void member_and_accounts_keep_each_other_informed() {
        var usd = Currency.getInstance("USD");
        on(new AccountOpened(ACCOUNT, NOW), new NoteAccount(BUYER, Money.CNY, LATER));
        on(new AccountClosed(ACCOUNT, NOW), new NoteAccountClosed(BUYER, Money.CNY, LATER));
        on(new AccountCloseRefused(ACCOUNT, "account.holds-money", NOW),
                new RefuseExit(BUYER, Money.CNY, "account.holds-money", LATER));
        on(new ExitRequested(BUYER, null, NOW), new CloseAccounts(BUYER, LATER));
        on(new AccountsClosing(BUYER, List.of(), NOW), new ConfirmExit(BUYER, LATER));
        on(new AccountsClosing(BUYER, List.of(Money.CNY, usd), NOW), new CloseAccount(ACCOUNT, LATER),
                new CloseAccount(new AccountId(BUYER, usd), LATER));
        on(new ExitRefused(BUYER, "account.holds-money", List.of(Money.CNY), NOW), new ReopenAccount(ACCOUNT, LATER));
    }

    @Test
    void what_two_people_agreed_on_is_attempted_on_the_ground_they_saw() {
        var action = new ProposedAction.Award(ORDER, PRICE, NOTHING);
        var seen = new Ground(ORDER.stream(), 7);
        var clerk = new Person("exchange", "clerk");
        var proposal = new ProposalId(new UUID(5, 1));
        var attempt = new Step.Attempt(proposal, new AwardOrder(ORDER, PRICE, NOTHING, TEXT, LATER),
                List.of(seen, new Ground(proposal.stream(), 2)));
        assertThat(Processes.react(new ProposalApproved(proposal, action, List.of(seen), TEXT, clerk, null, NOW), LATER))
                .containsExactly(attempt);
        assertThat(attempt.executed()).isEqualTo(new NoteExecuted(proposal, LATER));
        assertThat(attempt.lapsed("order.wrong-status")).isEqualTo(new LapseProposal(proposal, "order.wrong-status", LATER));
    }

    @Test
    void a_payout_is_debited_first_and_hears_what_came_of_it() {
        on(payoutRequested(), new DebitForPayout(ACCOUNT, PAYOUT, PRICE, LATER));
        on(new PayoutDebited(ACCOUNT, PAYOUT, PRICE, NOW), new NoteDebited(PAYOUT, LATER));
        on(new PayoutDebitRefused(ACCOUNT, PAYOUT, PRICE, NOTHING, "account.insufficient-funds", NOW),
                new RefusePayout(PAYOUT, "account.insufficient-funds", LATER));
    }

    @Test
    void an_account_hears_of_the_outcome_and_is_credited_at_its_time() {
        var today = LocalDate.of(2026, 11, 23);
        on(new PayoutConfirmed(PAYOUT, BUYER, PRICE, "supervised", "P-1", today, NOW), new EndPayout(ACCOUNT, PAYOUT, LATER));
        for (boolean afterConfirmation : List.of(true, false)) {
            on(new PayoutReturned(PAYOUT, BUYER, PRICE, "supervised", afterConfirmation, today, null, NOW),
                    new CreditAccount(ACCOUNT, CreditPurpose.PAYOUT_RETURNED, PAYOUT.value(), PRICE, NOW));
        }
    }

    @Test
    void a_payee_account_that_two_people_agreed_on_is_set_by_an_attempt() {
        assertThat(Processes.command(new ProposedAction.SetPayeeAccount(PAYEE, DETAILS), TEXT, LATER))
                .isEqualTo(new SetPayeeAccount(PAYEE, DETAILS, TEXT, LATER));
    }

    @Test
    void everything_else_calls_for_nothing() {
        var calling = EventCatalogue.all().entrySet().stream()
                .filter(e -> !Processes.react(Specimen.of(e.getValue()), LATER).isEmpty()).map(e -> e.getKey());
        assertThat(calling).containsExactlyInAnyOrder("order.placed", "order.rejected", "order.cancelled", "order.expired",
                "order.refunded", "order.settled", "order.funding-started", "order.accepted", "order.awarded",
                "order.refund-started", "account.funds-reserved", "account.reservation-spent", "account.reservation-refused",
                "account.opened", "account.closed", "account.close-refused", "escrow.funded", "escrow.released",
                "escrow.refunded", "bank.receipt-recorded", "member.exit-requested",
                "member.accounts-closing", "proposal.approved", "payout.requested", "payout.confirmed", "payout.returned",
                "account.payout-debited", "account.payout-refused");
    }

    private static void on(SettlementEvent event, Command... commands) {
        assertThat(Processes.react(event, LATER))
                .isEqualTo(Stream.of(commands).<Step>map(Step.Send::new).toList());
    }
}
