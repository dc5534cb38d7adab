package exchange.settlement.domain.payout;

import exchange.settlement.domain.ClientId;
import exchange.settlement.domain.Money;
import exchange.settlement.domain.Rejection;
import exchange.settlement.domain.TextId;
import exchange.settlement.domain.member.MemberId;
import exchange.settlement.domain.payout.PayoutEvent.PayoutConfirmed;
import exchange.settlement.domain.payout.PayoutEvent.PayoutOutcomeUnknown;
import exchange.settlement.domain.payout.PayoutEvent.PayoutReady;
import exchange.settlement.domain.payout.PayoutEvent.PayoutRefused;
import exchange.settlement.domain.payout.PayoutEvent.PayoutRequested;
import exchange.settlement.domain.payout.PayoutEvent.PayoutReturned;
import exchange.settlement.domain.payout.PayoutEvent.PayoutSent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A payout as its events tell it.
 *
 * @param request what was asked for, and where the money goes
 * @param status  where it stands
 * @param movedAt when the money last moved; nothing of the payout counts before
 * @param code    why it was refused
 * @param paid    how the bank paid it; null before, and again when the money came back
 * @param back    how the money came back
 */
public record PayoutState(Request request, Status status, Instant movedAt, @Nullable String code, @Nullable Paid paid,
        @Nullable Back back) {

    /** Where a payout stands. */
    public enum Status {
        /** The member's account has yet to give the money. */
        REQUESTED,
        /** The bank can send it. */
        READY, SENT,
        /** Sent, and nobody can tell whether it was paid. */
        UNKNOWN, CONFIRMED, RETURNED, REFUSED
    }

    /**
     * What was asked for.
     *
     * @param id            the payout
     * @param member        who is paid
     * @param amount        how much
     * @param reference     the asker's own
     * @param client        who asked on the member's mandate; null when an operator did
     * @param reason        why, when an operator asked
     * @param payeeVersion  which version of the payee account it is
     * @param payee         that account
     * @param bankAccount   the supervised account that pays
     * @param bankReference what the payment carries at the bank
     */
    public record Request(PayoutId id, MemberId member, Money amount, String reference, @Nullable ClientId client,
            @Nullable TextId reason, int payeeVersion, BankDetails payee, String bankAccount, String bankReference) {}

    /**
     * How the bank paid.
     *
     * @param bankReference the bank's reference of the entry
     * @param valueDate     when it counts
     */
    public record Paid(String bankReference, LocalDate valueDate) {}

    /**
     * How the money came back.
     *
     * @param afterConfirmation whether the bank had paid it
     * @param valueDate         when it counts
     * @param reason            what the bank said
     */
    public record Back(boolean afterConfirmation, LocalDate valueDate, @Nullable TextId reason) {}

    /** The payout after one more event. */
    public static PayoutState after(@Nullable PayoutState before, PayoutEvent event) {
        if (event instanceof PayoutRequested e) {
            return new PayoutState(new Request(e.payout(), e.member(), e.amount(), e.reference(), e.client(), e.reason(),
                    e.payeeVersion(), e.payee(), e.bankAccount(), e.bankReference()), Status.REQUESTED, e.at(), null, null, null);
        }
        var now = Objects.requireNonNull(before, "a payout begins by being requested");
        return switch (event) {
            case PayoutRequested _ -> throw new IllegalStateException("handled above");
            case PayoutReady e -> now.in(Status.READY, e.at());
            case PayoutRefused e -> new PayoutState(now.request, Status.REFUSED, now.movedAt, e.code(), null, null);
            case PayoutSent e -> now.in(Status.SENT, e.at());
            // Nothing moves: the bank may tell later of a value date before today.
            case PayoutOutcomeUnknown _ -> now.in(Status.UNKNOWN, now.movedAt);
            case PayoutConfirmed e -> new PayoutState(now.request, Status.CONFIRMED, now.notBefore(e.at()), null,
                    new Paid(e.bankReference(), e.valueDate()), null);
            // What came back is not paid, whatever was confirmed: only the history still tells of it.
            case PayoutReturned e -> new PayoutState(now.request, Status.RETURNED, now.notBefore(e.at()), null, null,
                    new Back(e.afterConfirmation(), e.valueDate(), e.reason()));
        };
    }

    /** Whether the money has left the member's account and its outcome is open. */
    public boolean underWay() {
        return switch (status) {
            case READY, SENT, UNKNOWN -> true;
            case REQUESTED, CONFIRMED, RETURNED, REFUSED -> false;
        };
    }

    /** When something counts that is told to count from an instant: never before the money last moved. */
    Instant notBefore(Instant instant) {
        return instant.isBefore(movedAt) ? movedAt : instant;
    }

    /** The payout, or the refusal that it does not exist. */
    public static PayoutState existing(@Nullable PayoutState payout) {
        if (payout == null) {
            throw Rejection.notFound("The payout").asException();
        }
        return payout;
    }

    private PayoutState in(Status next, Instant at) {
        return new PayoutState(request, next, notBefore(at), null, null, null);
    }
}
