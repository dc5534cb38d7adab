package exchange.settlement.domain.escrow;

import exchange.settlement.domain.Money;
import exchange.settlement.domain.Rejection;

/** The refusals of escrows. */
public final class EscrowRejection {

    private EscrowRejection() {}

    static Rejection exceedsHeld(EscrowState escrow, Money asked) {
        return Rejection.conflict("escrow.exceeds-held", "The escrow holds " + escrow.held() + "; " + asked
                + " cannot leave it. Amounts that leave an escrow are positive and at most what it holds.");
    }

    static Rejection wrongStatus(EscrowState escrow, String act) {
        return Rejection.conflict("escrow.wrong-status",
                "The escrow is " + escrow.status() + "; in this status it cannot be " + act + ".");
    }

    static Rejection notThePrice(EscrowState escrow, Money asked) {
        return Rejection.conflict("escrow.not-the-price",
                "The escrow takes in exactly " + escrow.terms().gross() + ", not " + asked + ".");
    }
}
