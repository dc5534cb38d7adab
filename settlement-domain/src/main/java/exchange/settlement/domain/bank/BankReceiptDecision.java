package exchange.settlement.domain.bank;

import exchange.settlement.domain.Rejection;
import exchange.settlement.domain.ShanghaiTime;
import exchange.settlement.domain.Witness;
import exchange.settlement.domain.bank.BankReceiptCommand.RecordReceipt;
import exchange.settlement.domain.bank.BankReceiptEvent.ReceiptRecorded;
import exchange.settlement.domain.member.MemberRejection;
import exchange.settlement.domain.member.MemberState;
import exchange.settlement.domain.member.MemberState.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides whether an entry of the bank counts: once, for a member, and not before its time. */
public final class BankReceiptDecision {

    private BankReceiptDecision() {}

    /** The event that the entry causes, or a refusal. */
    public static List<BankReceiptEvent> decide(@Nullable BankReceiptState state, BankReceiptCommand command, Witness witness) {
        return switch (command) {
            case RecordReceipt c -> List.of(recorded(state, c, witness));
        };
    }

    private static ReceiptRecorded recorded(@Nullable BankReceiptState state, RecordReceipt c, Witness witness) {
        if (state != null) {
            throw Rejection.conflict("bank.reference-used", "Entry " + c.bankReference() + " of account " + c.bankAccount()
                    + " is recorded already. An entry counts once; check the reference.").asException();
        }
        if (witness.read(new PaymentEntryId(c.receipt().value()), PaymentEntryEvent::holderAfter) != null) {
            throw Rejection.conflict("bank.reference-used", "Entry " + c.bankReference() + " of account " + c.bankAccount()
                    + " is a payment that confirmed a payout. Check the reference.").asException();
        }
        if (!c.amount().isPositive()) {
            throw Rejection.unprocessable("bank.amount-not-positive", "A receipt brings in a positive amount.").asException();
        }
        if (c.valueDate().isAfter(ShanghaiTime.dateOf(c.at()))) {
            throw Rejection.unprocessable("bank.value-date-in-future", "The value date " + c.valueDate()
                    + " has not come yet in Asia/Shanghai. Send the receipt on its value date.").asException();
        }
        var member = MemberState.existing(witness.read(c.member(), MemberState::after));
        // A leaving member's accounts are about to close: the bank asks again when it is known whether it stays.
        if (member.status() == Status.APPLIED || member.status() == Status.EXITED || member.leaving()) {
            throw MemberRejection.notAdmitted(member).asException();
        }
        return new ReceiptRecorded(c.receipt(), c.bankAccount(), c.bankReference(), c.member(), c.amount(), c.valueDate(),
                ShanghaiTime.startOf(c.valueDate()));
    }
}
