package exchange.settlement.domain.listing;

/** What kind of data product is traded (domain reference, "Listing"). */
public enum ProductType {
    DATA_SET, API, REPORT, APPLICATION, SERVICE, MODEL, COMPUTE, DATA_ASSET
}
