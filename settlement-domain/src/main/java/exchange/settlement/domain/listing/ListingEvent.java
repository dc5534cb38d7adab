package exchange.settlement.domain.listing;

import exchange.settlement.domain.ClientId;
import exchange.settlement.domain.EventType;
import exchange.settlement.domain.SettlementEvent;
import exchange.settlement.domain.TextId;
import exchange.settlement.domain.member.MemberId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happens to a listing. Written by {@link Listing} only. */
public sealed interface ListingEvent extends SettlementEvent {

    /** The listing it happened to. */
    ListingId listing();

    @Override
    default ListingId aggregate() {
        return listing();
    }

    /** A listing was begun, with version 1 of its terms. */
    @EventType("listing.drafted")
    record ListingDrafted(ListingId listing, ClientId client, MemberId provider, String name, ProductType productType,
            Sector sector, DataOrigin origin, Territory territory, String base, Pricing pricing,
            Instant at) implements ListingEvent {}

    /** The asset behind the listing is registered, for a scenario. */
    @EventType("listing.registered")
    record ListingRegistered(ListingId listing, String certificateCode, String scenario, Instant at) implements ListingEvent {}

    /** A third party's opinion was entered; the newest one counts. */
    @EventType("listing.opinion-recorded")
    record OpinionRecorded(ListingId listing, ComplianceOpinion opinion, Instant at) implements ListingEvent {}

    /** The listing is on the shelf. */
    @EventType("listing.published")
    record ListingPublished(ListingId listing, Instant at) implements ListingEvent {}

    /** The listing is off the shelf until it is published again. */
    @EventType("listing.suspended")
    record ListingSuspended(ListingId listing, @Nullable TextId reason, Instant at) implements ListingEvent {}

    /** The listing is off the shelf for good. */
    @EventType("listing.withdrawn")
    record ListingWithdrawn(ListingId listing, @Nullable TextId reason, Instant at) implements ListingEvent {}

    /** The terms have a new version. */
    @EventType("listing.revised")
    record ListingRevised(ListingId listing, int termsVersion, Pricing pricing, Instant at) implements ListingEvent {}
}
