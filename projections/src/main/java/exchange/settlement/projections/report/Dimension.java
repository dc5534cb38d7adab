package exchange.settlement.projections.report;

import java.util.Arrays;
import java.util.Optional;

/** What a turnover report can be grouped by. */
public enum Dimension {
    /** The service base. */
    BASE("base", "base"),
    /** Traded here or filed here. */
    CHANNEL("channel", "channel"),
    /** The kind of product. */
    PRODUCT_TYPE("productType", "product_type"),
    /** Where the product is used. */
    SECTOR("sector", "sector"),
    /** Whose data it is made of. */
    ORIGIN("origin", "origin"),
    /** Whether the data leave the country. */
    TERRITORY("territory", "territory"),
    /** The scenario of the registration. */
    SCENARIO("scenario", "scenario"),
    /** The buyer's roles. */
    BUYER_ROLES("buyerRoles", "buyer_roles"),
    /** The provider's roles. */
    PROVIDER_ROLES("providerRoles", "provider_roles");

    private final String key;
    private final String column;

    Dimension(String key, String column) {
        this.key = key;
        this.column = column;
    }

    /** The name in requests and reports. */
    public String key() {
        return key;
    }

    /** The column of the facts. */
    String column() {
        return column;
    }

    /** The dimension of a name. */
    public static Optional<Dimension> named(String key) {
        return Arrays.stream(values()).filter(dimension -> dimension.key.equals(key)).findFirst();
    }
}
