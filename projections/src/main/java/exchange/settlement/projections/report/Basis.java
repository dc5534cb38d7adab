package exchange.settlement.projections.report;

/** What of a trade a turnover report counts. */
public enum Basis {
    /** Confirmed by the provider: the whole price. */
    SIGNED,
    /** The price is in escrow: the whole price. */
    FUNDED,
    /** Delivered: the whole price. */
    DELIVERED,
    /** Accepted by the buyer, or by silence: the whole price. */
    ACCEPTED,
    /** What was released to provider and exchange, once all of the trade's money has arrived. */
    SETTLED,
    /** What went back to the buyer. */
    REFUNDED,
    /** Traded elsewhere and filed here. */
    FILED,
    /** Settled, less what was refunded after it had been settled; filed trades on a line of their own. */
    TURNOVER
}
