package exchange.settlement.domain.listing;

/** Whether the data stay in the country. */
public enum Territory {
    DOMESTIC, CROSS_BORDER
}
