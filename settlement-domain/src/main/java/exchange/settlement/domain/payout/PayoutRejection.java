package exchange.settlement.domain.payout;

import exchange.settlement.domain.Rejection;
import exchange.settlement.domain.payout.PayoutState.Status;
import java.time.LocalDate;

/** The refusals of payouts and payee accounts. */
public final class PayoutRejection {

    private PayoutRejection() {}

    /** What whoever waits for a requested payout is told when the member's account did not give the money. */
    public static Rejection notDebited(String code) {
        return Rejection.conflict(code, "The member's account did not give the money, so the payout is REFUSED. "
                + "Look at the balance, then ask again with a new key.");
    }

    static Rejection nameDiffers() {
        return Rejection.unprocessable("payee.name-differs",
                "The account is not in the member's legal name. A member is paid out to an account of its own only.");
    }

    static Rejection noPayeeAccount() {
        return Rejection.conflict("payout.no-payee-account",
                "The member has no payee account in this currency. Have an operator ask for one and a second person approve it.");
    }

    static Rejection alreadyRequested() {
        return Rejection.conflict("payout.wrong-status", "This payout has been requested already.");
    }

    static Rejection amountNotPositive() {
        return Rejection.unprocessable("payout.amount-not-positive", "A payout takes out a positive amount.");
    }

    static Rejection wrongStatus(Status status, String act) {
        return Rejection.conflict("payout.wrong-status",
                "The payout is " + status + "; in this status it cannot be " + act + ".");
    }

    static Rejection outcomeUnknown() {
        return Rejection.conflict("outcome.unknown", "The payout was sent, and nobody can tell yet whether it was paid. "
                + "Ask the bank, then confirm or return it; it is never sent again.");
    }

    static Rejection otherBankAccount(String bankAccount) {
        return Rejection.conflict("payout.other-bank-account",
                "The payout is paid from account " + bankAccount + ". Confirm it with the entry of that account.");
    }

    static Rejection entryUsed(String bankReference) {
        return Rejection.conflict("bank.reference-used", "Entry " + bankReference
                + " of this account counts already, as another payment or as a receipt. Check the reference.");
    }

    static Rejection valueDateInFuture(LocalDate valueDate) {
        return Rejection.unprocessable("bank.value-date-in-future", "The value date " + valueDate
                + " has not come yet in Asia/Shanghai. Tell the outcome on its value date.");
    }

    static Rejection valueDateTooEarly(LocalDate valueDate) {
        return Rejection.unprocessable("payout.value-date-too-early", "The value date " + valueDate
                + " is before the day on which the payout was sent or paid. Check the date.");
    }
}
