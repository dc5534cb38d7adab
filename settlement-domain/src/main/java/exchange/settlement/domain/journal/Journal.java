package exchange.settlement.domain.journal;

import exchange.settlement.domain.Money;
import exchange.settlement.domain.SettlementEvent;
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
import exchange.settlement.domain.account.FeeEvent;
import exchange.settlement.domain.account.FeeEvent.FeeCollected;
import exchange.settlement.domain.bank.BankReceiptEvent;
import exchange.settlement.domain.bank.BankReceiptEvent.ReceiptRecorded;
import exchange.settlement.domain.escrow.EscrowEvent;
import exchange.settlement.domain.escrow.EscrowEvent.EscrowClosed;
import exchange.settlement.domain.escrow.EscrowEvent.EscrowFunded;
import exchange.settlement.domain.escrow.EscrowEvent.EscrowOpened;
import exchange.settlement.domain.escrow.EscrowEvent.EscrowRefunded;
import exchange.settlement.domain.escrow.EscrowEvent.EscrowReleased;
import exchange.settlement.domain.payout.PayoutEvent;
import exchange.settlement.domain.payout.PayoutEvent.PayoutConfirmed;
import exchange.settlement.domain.payout.PayoutEvent.PayoutOutcomeUnknown;
import exchange.settlement.domain.payout.PayoutEvent.PayoutReady;
import exchange.settlement.domain.payout.PayoutEvent.PayoutRefused;
import exchange.settlement.domain.payout.PayoutEvent.PayoutRequested;
import exchange.settlement.domain.payout.PayoutEvent.PayoutReturned;
import exchange.settlement.domain.payout.PayoutEvent.PayoutSent;
import java.util.List;

/**
 * The one function from events to postings.
 * <p>
 * Exactly one event posts each leg, and the events of an aggregate post only to accounts that it owns, and to
 * {@code clearing/{cause}}, through which every hand-over goes: sender → clearing → receiver. The postings of each event sum to
 * zero per currency.
 */
public final class Journal {

    private Journal() {}

    /** The postings of an event; none when it moves no money. */
    public static List<Posting> postings(SettlementEvent event) {
        return switch (event) {
            case AccountEvent e -> account(e);
            case EscrowEvent e -> escrow(e);
            case FeeEvent e -> fee(e);
            case BankReceiptEvent e -> receipt(e);
            case PayoutEvent e -> payout(e);
            default -> List.of();
        };
    }

    private static List<Posting> account(AccountEvent event) {
        var available = LedgerAccount.available(event.account().member());
        var reserved = LedgerAccount.reserved(event.account().member());
        return switch (event) {
            case AccountCredited e -> move(LedgerAccount.clearing(e.source()), available, e.amount());
            case FundsReserved e -> move(available, reserved, e.amount());
            case ReservationReturned e -> move(reserved, available, e.amount());
            case ReservationSpent e -> move(reserved, LedgerAccount.clearing(e.order().value()), e.amount());
            case PayoutDebited e -> move(available, LedgerAccount.clearing(e.payout().value()), e.amount());
            case AccountOpened _,ReservationRefused _,PayoutDebitRefused _,PayoutEnded _,AccountEngaged _,AccountDisengaged _,AccountClosed _,AccountCloseRefused _ ->
                List.of();
        };
    }

    private static List<Posting> escrow(EscrowEvent event) {
        var escrow = LedgerAccount.escrow(event.order().value());
        var clearing = LedgerAccount.clearing(event.order().value());
        return switch (event) {
            case EscrowFunded e -> move(clearing, escrow, e.amount());
            case EscrowReleased e -> move(escrow, clearing, e.part().gross());
            case EscrowRefunded e -> move(escrow, clearing, e.amount());
            case EscrowOpened _,EscrowClosed _ -> List.of();
        };
    }

    private static List<Posting> fee(FeeEvent event) {
        return switch (event) {
            case FeeCollected e -> List.of(
                    new Posting(LedgerAccount.clearing(e.order().value()), e.fee().negated()),
                    new Posting(LedgerAccount.FEES, e.fee().minus(e.feeVat())),
                    new Posting(LedgerAccount.VAT, e.feeVat()));
        };
    }

    private static List<Posting> receipt(BankReceiptEvent event) {
        return switch (event) {
            case ReceiptRecorded e -> move(LedgerAccount.bank(e.bankAccount()), LedgerAccount.clearing(e.receipt().value()),
                    e.amount());
        };
    }

    private static List<Posting> payout(PayoutEvent event) {
        var payout = LedgerAccount.payout(event.payout().value());
        var clearing = LedgerAccount.clearing(event.payout().value());
        return switch (event) {
            case PayoutReady e -> move(clearing, payout, e.amount());
            case PayoutConfirmed e -> move(payout, LedgerAccount.bank(e.bankAccount()), e.amount());
            case PayoutReturned e -> move(e.afterConfirmation() ? LedgerAccount.bank(e.bankAccount()) : payout, clearing,
                    e.amount());
            case PayoutRequested _,PayoutRefused _,PayoutSent _,PayoutOutcomeUnknown _ -> List.of();
        };
    }

    private static List<Posting> move(LedgerAccount from, LedgerAccount to, Money amount) {
        return List.of(new Posting(from, amount.negated()), new Posting(to, amount));
    }
}
