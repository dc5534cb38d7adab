package exchange.settlement.domain.order;

import exchange.settlement.domain.listing.DataOrigin;
import exchange.settlement.domain.listing.ProductType;
import exchange.settlement.domain.listing.Sector;
import exchange.settlement.domain.listing.Territory;

/**
 * Everything by which reports group a trade, as it was when the order was placed.
 *
 * @param base          the service base
 * @param channel       traded here or filed here
 * @param productType   of the listing
 * @param sector        of the listing
 * @param origin        of the data
 * @param territory     domestic or cross-border
 * @param scenario      of the registration
 * @param buyerRoles    the buyer's roles, joined by plus signs
 * @param providerRoles the provider's roles, joined by plus signs
 */
public record Dimensions(String base, Channel channel, ProductType productType, Sector sector, DataOrigin origin,
        Territory territory, String scenario, String buyerRoles, String providerRoles) {

    /** Where a trade was made. */
    public enum Channel {
        /** Traded on the exchange. */
        ON_EXCHANGE,
        /** Traded elsewhere and filed here (备案). */
        FILED
    }
}
