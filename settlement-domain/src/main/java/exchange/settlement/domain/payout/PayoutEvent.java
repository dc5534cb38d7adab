package exchange.settlement.domain.payout;

import exchange.settlement.domain.ClientId;
import exchange.settlement.domain.EventType;
import exchange.settlement.domain.Money;
import exchange.settlement.domain.SettlementEvent;
import exchange.settlement.domain.TextId;
import exchange.settlement.domain.member.MemberId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What happens to a payout. Written by {@link Payout} only. */
public sealed interface PayoutEvent extends SettlementEvent {

    /** The payout it happened to. */
    PayoutId payout();

    @Override
    default PayoutId aggregate() {
        return payout();
    }

    /**
     * Somebody asked. Where the money goes, and under which reference, is fixed from here on.
     *
     * @param client        who asked on the member's mandate; null when an operator did
     * @param payeeVersion  which version of the payee account it is
     * @param payee         that account
     * @param bankAccount   the supervised account that pays
     * @param bankReference what the payment carries at the bank; no other payment has it
     */
    @EventType("payout.requested")
    record PayoutRequested(PayoutId payout, MemberId member, Money amount, String reference, @Nullable ClientId client,
            @Nullable TextId reason, int payeeVersion, BankDetails payee, String bankAccount, String bankReference,
            Instant at) implements PayoutEvent {}

    /** The money has arrived from {@code clearing/{payout}}; the bank can send it. */
    @EventType("payout.ready")
    record PayoutReady(PayoutId payout, Money amount, Instant at) implements PayoutEvent {}

    /** The member's account did not give the money. */
    @EventType("payout.refused")
    record PayoutRefused(PayoutId payout, String code, Instant at) implements PayoutEvent {}

    /** The bank has taken the payment on. */
    @EventType("payout.sent")
    record PayoutSent(PayoutId payout, Instant at) implements PayoutEvent {}

    /** The bank cannot tell whether it has paid. It is asked again; the payment is not sent again. */
    @EventType("payout.outcome-unknown")
    record PayoutOutcomeUnknown(PayoutId payout, Instant at) implements PayoutEvent {}

    /** The bank has paid: the money has left the supervised account. It counts on the value date. */
    @EventType("payout.confirmed")
    record PayoutConfirmed(PayoutId payout, MemberId member, Money amount, String bankAccount, String bankReference,
            LocalDate valueDate, Instant at) implements PayoutEvent {}

    /**
     * The money is on its way back to the member, over {@code clearing/{payout}}. It counts on the value date.
     *
     * @param afterConfirmation whether the bank had paid, so that it comes back to the supervised account too
     */
    @EventType("payout.returned")
    record PayoutReturned(PayoutId payout, MemberId member, Money amount, String bankAccount, boolean afterConfirmation,
            LocalDate valueDate, @Nullable TextId reason, Instant at) implements PayoutEvent {}
}
