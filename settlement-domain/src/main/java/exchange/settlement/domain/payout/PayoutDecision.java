package exchange.settlement.domain.payout;

import exchange.settlement.domain.ShanghaiTime;
import exchange.settlement.domain.Witness;
import exchange.settlement.domain.bank.BankReceiptId;
import exchange.settlement.domain.bank.BankReceiptState;
import exchange.settlement.domain.bank.PaymentEntryEvent;
import exchange.settlement.domain.member.Mandate;
import exchange.settlement.domain.member.MemberRejection;
import exchange.settlement.domain.member.MemberState;
import exchange.settlement.domain.payout.PayoutCommand.ConfirmPayout;
import exchange.settlement.domain.payout.PayoutCommand.NoteDebited;
import exchange.settlement.domain.payout.PayoutCommand.RefusePayout;
import exchange.settlement.domain.payout.PayoutCommand.ReportUnknownOutcome;
import exchange.settlement.domain.payout.PayoutCommand.RequestPayout;
import exchange.settlement.domain.payout.PayoutCommand.ReturnPayout;
import exchange.settlement.domain.payout.PayoutCommand.SendPayout;
import exchange.settlement.domain.payout.PayoutEvent.PayoutConfirmed;
import exchange.settlement.domain.payout.PayoutEvent.PayoutOutcomeUnknown;
import exchange.settlement.domain.payout.PayoutEvent.PayoutReady;
import exchange.settlement.domain.payout.PayoutEvent.PayoutRefused;
import exchange.settlement.domain.payout.PayoutEvent.PayoutRequested;
import exchange.settlement.domain.payout.PayoutEvent.PayoutReturned;
import exchange.settlement.domain.payout.PayoutEvent.PayoutSent;
import exchange.settlement.domain.payout.PayoutState.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides what a command does to a payout. Every race about a payout is decided here: it is sent once, and has one outcome. */
public final class PayoutDecision {

    private PayoutDecision() {}

    /** The events that a command causes; empty when a repeated step has nothing left to do. */
    public static List<PayoutEvent> decide(@Nullable PayoutState state, PayoutCommand command, Witness witness) {
        return switch (command) {
            case RequestPayout c -> List.of(requested(state, c, witness));
            case NoteDebited c -> PayoutState.existing(state).status() == Status.REQUESTED
                    ? List.of(new PayoutReady(c.payout(), PayoutState.existing(state).request().amount(), c.at()))
                    : List.of();
            case RefusePayout c -> PayoutState.existing(state).status() == Status.REQUESTED
                    ? List.of(new PayoutRefused(c.payout(), c.code(), c.at()))
                    : List.of();
            case SendPayout c -> List.of(sent(PayoutState.existing(state), c));
            case ReportUnknownOutcome c -> {
                require(PayoutState.existing(state), Set.of(Status.SENT), "reported as unknown");
                yield List.of(new PayoutOutcomeUnknown(c.payout(), c.at()));
            }
            case ConfirmPayout c -> List.of(confirmed(PayoutState.existing(state), c, witness));
            case ReturnPayout c -> List.of(returned(PayoutState.existing(state), c));
        };
    }

    private static PayoutEvent requested(@Nullable PayoutState state, RequestPayout c, Witness witness) {
        if (state != null) {
            throw PayoutRejection.alreadyRequested().asException();
        }
        if (!c.amount().isPositive()) {
            throw PayoutRejection.amountNotPositive().asException();
        }
        var member = MemberState.existing(witness.read(c.member(), MemberState::after));
        var client = c.client();
        if (client != null) {
            member.mayTrade(client, Mandate.Scope.PAY_OUT);
        } else if (!PayeeDecision.stays(member)) {
            throw MemberRejection.notAdmitted(member).asException();
        }
        var payee = witness.read(new PayeeAccountId(c.member(), c.amount().currency()), PayeeState::after);
        if (payee == null) {
            throw PayoutRejection.noPayeeAccount().asException();
        }
        // Whoever left and came back may have another name now; what was set before then is not its own any more.
        PayeeDecision.inOwnName(payee.details(), member);
        return new PayoutRequested(c.payout(), c.member(), c.amount(), c.reference(), client, c.reason(), payee.number(),
                payee.details(), c.bankAccount(), c.payout().bankReference(), c.at());
    }

    private static PayoutEvent sent(PayoutState payout, SendPayout c) {
        if (payout.status() == Status.UNKNOWN) {
            throw PayoutRejection.outcomeUnknown().asException();
        }
        require(payout, Set.of(Status.READY), "sent");
        return new PayoutSent(c.payout(), c.at());
    }

    private static PayoutEvent confirmed(PayoutState payout, ConfirmPayout c, Witness witness) {
        require(payout, Set.of(Status.SENT, Status.UNKNOWN), "confirmed");
        var request = payout.request();
        if (!request.bankAccount().equals(c.bankAccount())) {
            throw PayoutRejection.otherBankAccount(request.bankAccount()).asException();
        }
        var counts = counts(payout, c.valueDate(), c.at());
        var asPayment = witness.read(c.entry(), PaymentEntryEvent::holderAfter);
        var asReceipt = witness.read(new BankReceiptId(c.entry().value()), BankReceiptState::after);
        if (asPayment != null || asReceipt != null) {
            throw PayoutRejection.entryUsed(c.bankReference()).asException();
        }
        return new PayoutConfirmed(c.payout(), request.member(), request.amount(), request.bankAccount(), c.bankReference(),
                c.valueDate(), counts);
    }

    private static PayoutEvent returned(PayoutState payout, ReturnPayout c) {
        require(payout, Set.of(Status.SENT, Status.UNKNOWN, Status.CONFIRMED), "returned");
        var request = payout.request();
        return new PayoutReturned(c.payout(), request.member(), request.amount(), request.bankAccount(),
                payout.status() == Status.CONFIRMED, c.valueDate(), c.reason(), counts(payout, c.valueDate(), c.at()));
    }

    /** From when an outcome counts: the start of its value date, but never before the money was on its way. */
    private static Instant counts(PayoutState payout, LocalDate valueDate, Instant now) {
        if (valueDate.isAfter(ShanghaiTime.dateOf(now))) {
            throw PayoutRejection.valueDateInFuture(valueDate).asException();
        }
        if (valueDate.isBefore(ShanghaiTime.dateOf(payout.movedAt()))) {
            throw PayoutRejection.valueDateTooEarly(valueDate).asException();
        }
        return payout.notBefore(ShanghaiTime.startOf(valueDate));
    }

    private static void require(PayoutState payout, Set<Status> allowed, String act) {
        if (!allowed.contains(payout.status())) {
            throw PayoutRejection.wrongStatus(payout.status(), act).asException();
        }
    }
}
