package exchange.settlement.domain.payout;

import exchange.settlement.domain.ClientId;
import exchange.settlement.domain.Command;
import exchange.settlement.domain.Money;
import exchange.settlement.domain.TextId;
import exchange.settlement.domain.bank.PaymentEntryId;
import exchange.settlement.domain.member.MemberId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What can be asked of a payout. */
public sealed interface PayoutCommand extends Command {

    /** The payout that is asked. */
    PayoutId payout();

    @Override
    default PayoutId target() {
        return payout();
    }

    /**
     * Somebody asks that a member be paid out, to its payee account as it is now.
     *
     * @param amount      positive
     * @param reference   the asker's own
     * @param client      who asks on the member's mandate; null when an operator asks
     * @param reason      why, when an operator asks
     * @param bankAccount the supervised account that pays
     */
    record RequestPayout(PayoutId payout, MemberId member, Money amount, String reference, @Nullable ClientId client,
            @Nullable TextId reason, String bankAccount, Instant at) implements PayoutCommand {}

    /** A process tells that the member's account has given the money. */
    record NoteDebited(PayoutId payout, Instant at) implements PayoutCommand {}

    /** A process tells that the member's account has not given the money. */
    record RefusePayout(PayoutId payout, String code, Instant at) implements PayoutCommand {}

    /** The bank takes the payment on. Once only: what was sent is never sent again. */
    record SendPayout(PayoutId payout, Instant at) implements PayoutCommand {}

    /** The bank cannot tell whether what was sent has been paid. */
    record ReportUnknownOutcome(PayoutId payout, Instant at) implements PayoutCommand {}

    /**
     * The bank has paid.
     *
     * @param entry         derives from account and reference
     * @param bankAccount   the supervised account that paid
     * @param bankReference the bank's reference of the entry
     * @param valueDate     the business date on which it counts, not in the future
     */
    record ConfirmPayout(PayoutId payout, PaymentEntryId entry, String bankAccount, String bankReference, LocalDate valueDate,
            Instant at) implements PayoutCommand {}

    /** The bank has the money back, or never paid it; before or after it has confirmed. */
    record ReturnPayout(PayoutId payout, LocalDate valueDate, @Nullable TextId reason, Instant at) implements PayoutCommand {}
}
