package exchange.settlement.domain.account;

/** Why money comes in. */
public enum CreditPurpose {
    /** A receipt at the supervised bank. */
    RECEIPT,
    /** The provider's part of a release. */
    PAYOUT,
    /** The buyer's money back. */
    REFUND,
    /** The member's own money back, which could not be paid out. */
    PAYOUT_RETURNED
}
