package exchange.settlement.domain.listing;

import exchange.settlement.domain.AggregateId;
import java.util.UUID;

/**
 * Identifies a listing.
 *
 * @param value the id
 */
public record ListingId(UUID value) implements AggregateId {

    @Override
    public String stream() {
        return "listing/" + value;
    }
}
