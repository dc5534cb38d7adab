package exchange.settlement.domain.listing;

/** The field in which a data product is used (domain reference, "Listing"). */
public enum Sector {
    MANUFACTURING, FINANCE, COMMERCE, SMART_CITY, AI_COMPUTE
}
