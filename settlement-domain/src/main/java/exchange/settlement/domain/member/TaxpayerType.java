package exchange.settlement.domain.member;

/** How a member is registered for VAT; with the product it decides the rate (never a silent default). */
public enum TaxpayerType {
    /** 一般纳税人. */
    GENERAL,
    /** 小规模纳税人. */
    SMALL_SCALE
}
