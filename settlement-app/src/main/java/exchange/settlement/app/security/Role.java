package exchange.settlement.app.security;

/** What a client is to the exchange. */
public enum Role {
    /** Trades for the members that mandated it. */
    MARKETPLACE,
    /** Runs the exchange: members, registration, publication, operations. */
    OPERATOR,
    /** The second person. */
    APPROVER,
    /** The supervised bank: receipts, payout outcomes, statements. */
    BANK,
    /** Reads reports and directories. */
    REGULATOR,
    /** Reads histories. */
    SUPPORT
}
