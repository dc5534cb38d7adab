package exchange.settlement.app.listing;

import exchange.settlement.app.api.Resource;
import exchange.settlement.domain.listing.ListingEvent;
import exchange.settlement.domain.listing.ListingState;
import exchange.settlement.domain.listing.Pricing;
import java.util.LinkedHashMap;
import java.util.Map;

/** How the API shows a listing. */
public final class ListingResource {

    /** Listings, as the API shows them. */
    public static final Resource<ListingState, ListingEvent> LISTINGS = Resource.settled("/api/v1/listings", ListingState::after,
            ListingResource::render);

    private ListingResource() {}

    /** The fields of a listing, without version and position. */
    public static Map<String, Object> render(ListingState listing) {
        var about = listing.about();
        var body = new LinkedHashMap<String, Object>();
        body.put("id", listing.id());
        body.put("status", listing.status());
        body.put("providerId", listing.provider());
        body.put("name", about.name());
        body.put("productType", about.productType());
        body.put("sector", about.sector());
        body.put("origin", about.origin());
        body.put("territory", about.territory());
        body.put("base", about.base());
        body.put("listingVersion", listing.termsVersion());
        body.put("pricing", pricing(listing.pricing()));
        if (listing.certificateCode() != null) {
            body.put("certificateCode", listing.certificateCode());
        }
        if (listing.scenario() != null) {
            body.put("scenario", listing.scenario());
        }
        if (listing.opinion() != null) {
            body.put("opinion", listing.opinion());
        }
        return body;
    }

    private static Map<String, Object> pricing(Pricing pricing) {
        var body = new LinkedHashMap<String, Object>();
        switch (pricing) {
            case Pricing.OneOff(var price) -> {
                body.put("model", "ONE_OFF");
                body.put("price", price);
            }
        }
        return body;
    }
}
