package exchange.settlement.domain.order;

import exchange.settlement.domain.ClientId;
import exchange.settlement.domain.Money;
import exchange.settlement.domain.listing.ListingId;
import exchange.settlement.domain.policy.SettlementTerms;

/**
 * What was agreed when the order was placed. Nothing that happens elsewhere later changes it.
 *
 * @param order          the order
 * @param client         the marketplace it belongs to
 * @param reference      the marketplace's own reference
 * @param listing        what is bought
 * @param listingVersion which version of its terms
 * @param parties        buyer, provider, currency
 * @param terms          price, VAT and fee rules
 * @param deadlines      how long each step may take
 * @param dimensions     what reports group it by
 */
public record Contract(OrderId order, ClientId client, String reference, ListingId listing, int listingVersion,
        Parties parties, SettlementTerms terms, DeadlineTerms deadlines, Dimensions dimensions) {

    /** The whole price, VAT included. */
    public Money gross() {
        return terms.gross();
    }

    /** Whether there is nothing to pay, so that no money moves at all. */
    public boolean free() {
        return gross().isZero();
    }
}
