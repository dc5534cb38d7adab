package exchange.settlement.domain.process;

import exchange.settlement.domain.Command;
import exchange.settlement.domain.account.AccountCommand.CloseAccount;
import exchange.settlement.domain.account.AccountCommand.CreditAccount;
import exchange.settlement.domain.account.AccountCommand.ReopenAccount;
import exchange.settlement.domain.account.AccountCommand.SpendReservation;
import exchange.settlement.domain.account.AccountEvent;
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
import exchange.settlement.domain.account.AccountId;
import exchange.settlement.domain.account.CreditPurpose;
import exchange.settlement.domain.bank.BankReceiptEvent;
import exchange.settlement.domain.bank.BankReceiptEvent.ReceiptRecorded;
import exchange.settlement.domain.escrow.EscrowCommand.FundEscrow;
import exchange.settlement.domain.member.MemberCommand.CloseAccounts;
import exchange.settlement.domain.member.MemberCommand.ConfirmExit;
import exchange.settlement.domain.member.MemberCommand.NoteAccount;
import exchange.settlement.domain.member.MemberCommand.NoteAccountClosed;
import exchange.settlement.domain.member.MemberCommand.RefuseExit;
import exchange.settlement.domain.member.MemberEvent;
import exchange.settlement.domain.member.MemberEvent.AccountsClosing;
import exchange.settlement.domain.member.MemberEvent.ExitRefused;
import exchange.settlement.domain.member.MemberEvent.ExitRequested;
import exchange.settlement.domain.order.OrderCommand.RefuseFunding;
import exchange.settlement.domain.payout.PayoutCommand.NoteDebited;
import exchange.settlement.domain.payout.PayoutCommand.RefusePayout;
import java.time.Instant;
import java.util.List;

/** Joins a member's accounts to the bank, to orders and escrows, and to the member itself. */
final class AccountProcess {

    private AccountProcess() {}

    static List<Command> on(BankReceiptEvent event) {
        return switch (event) {
            // The credit counts from the value date, as the receipt does.
            case ReceiptRecorded e -> List.of(new CreditAccount(new AccountId(e.member(), e.amount().currency()),
                    CreditPurpose.RECEIPT, e.receipt().value(), e.amount(), e.at()));
        };
    }

    static List<Command> on(AccountEvent event, Instant now) {
        return switch (event) {
            case AccountOpened e -> List.of(new NoteAccount(e.account().member(), e.account().currency(), now));
            case FundsReserved e -> List.of(new SpendReservation(e.account(), e.order(), now));
            case ReservationSpent e -> List.of(new FundEscrow(e.order(), e.amount(), now));
            case ReservationRefused e -> List.of(new RefuseFunding(e.order(), e.code(), now));
            case AccountClosed e -> List.of(new NoteAccountClosed(e.account().member(), e.account().currency(), now));
            case AccountCloseRefused e -> List.of(
                    new RefuseExit(e.account().member(), e.account().currency(), e.code(), now));
            case PayoutDebited e -> List.of(new NoteDebited(e.payout(), now));
            case PayoutDebitRefused e -> List.of(new RefusePayout(e.payout(), e.code(), now));
            case PayoutEnded _,AccountCredited _,ReservationReturned _,AccountEngaged _,AccountDisengaged _ -> List.of();
        };
    }

    static List<Command> on(MemberEvent event, Instant now) {
        return switch (event) {
            case ExitRequested e -> List.of(new CloseAccounts(e.member(), now));
            case AccountsClosing e when e.accounts().isEmpty() -> List.of(new ConfirmExit(e.member(), now));
            case AccountsClosing e -> e.accounts().stream()
                    .<Command>map(currency -> new CloseAccount(new AccountId(e.member(), currency), now)).toList();
            case ExitRefused e -> e.reopen().stream()
                    .<Command>map(currency -> new ReopenAccount(new AccountId(e.member(), currency), now)).toList();
            default -> List.of();
        };
    }
}
