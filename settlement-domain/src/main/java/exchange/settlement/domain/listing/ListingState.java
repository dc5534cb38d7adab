package exchange.settlement.domain.listing;

import exchange.settlement.domain.ClientId;
import exchange.settlement.domain.Rejection;
import exchange.settlement.domain.listing.ListingEvent.ListingDrafted;
import exchange.settlement.domain.listing.ListingEvent.ListingPublished;
import exchange.settlement.domain.listing.ListingEvent.ListingRegistered;
import exchange.settlement.domain.listing.ListingEvent.ListingRevised;
import exchange.settlement.domain.listing.ListingEvent.ListingSuspended;
import exchange.settlement.domain.listing.ListingEvent.ListingWithdrawn;
import exchange.settlement.domain.listing.ListingEvent.OpinionRecorded;
import exchange.settlement.domain.member.MemberId;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A listing as its events tell it.
 *
 * @param id              the listing
 * @param status          where it stands
 * @param client          the marketplace that keeps it
 * @param provider        the member that sells
 * @param about           what it is, fixed for its life
 * @param termsVersion    counts the versions of its terms from 1
 * @param pricing         the price of that version
 * @param certificateCode the registration, once there is one
 * @param scenario        the scenario it is registered for
 * @param opinion         the newest compliance opinion
 */
public record ListingState(ListingId id, Status status, ClientId client, MemberId provider, About about, int termsVersion,
        Pricing pricing, @Nullable String certificateCode, @Nullable String scenario, @Nullable ComplianceOpinion opinion) {

    /** Where a listing stands. */
    public enum Status {
        DRAFT, REGISTERED, LIVE, SUSPENDED, WITHDRAWN
    }

    /**
     * What is listed.
     *
     * @param name        the product's name
     * @param productType its kind
     * @param sector      where it is used
     * @param origin      whose data it is made of
     * @param territory   whether it leaves the country
     * @param base        the service base (服务基地) on whose shelf it stands
     */
    public record About(String name, ProductType productType, Sector sector, DataOrigin origin, Territory territory,
            String base) {}

    /** The listing after one more event. */
    public static ListingState after(@Nullable ListingState before, ListingEvent event) {
        if (event instanceof ListingDrafted e) {
            var about = new About(e.name(), e.productType(), e.sector(), e.origin(), e.territory(), e.base());
            return new ListingState(e.listing(), Status.DRAFT, e.client(), e.provider(), about, 1, e.pricing(), null, null, null);
        }
        var now = Objects.requireNonNull(before, "a listing begins as a draft");
        return switch (event) {
            case ListingDrafted _ -> throw new IllegalStateException("handled above");
            case ListingRegistered e -> new ListingState(now.id, Status.REGISTERED, now.client, now.provider, now.about,
                    now.termsVersion, now.pricing, e.certificateCode(), e.scenario(), now.opinion);
            case OpinionRecorded e -> new ListingState(now.id, now.status, now.client, now.provider, now.about, now.termsVersion,
                    now.pricing, now.certificateCode, now.scenario, e.opinion());
            case ListingRevised e -> new ListingState(now.id, now.status, now.client, now.provider, now.about, e.termsVersion(),
                    e.pricing(), now.certificateCode, now.scenario, now.opinion);
            case ListingPublished _ -> now.in(Status.LIVE);
            case ListingSuspended _ -> now.in(Status.SUSPENDED);
            case ListingWithdrawn _ -> now.in(Status.WITHDRAWN);
        };
    }

    /** Whether the newest opinion lets the listing trade on a business date. */
    public boolean compliantOn(LocalDate date) {
        return opinion != null && opinion.holdsOn(date);
    }

    /** The listing, or the refusal that it does not exist. */
    public static ListingState existing(@Nullable ListingState listing) {
        if (listing == null) {
            throw Rejection.notFound("The listing").asException();
        }
        return listing;
    }

    private ListingState in(Status next) {
        return new ListingState(id, next, client, provider, about, termsVersion, pricing, certificateCode, scenario, opinion);
    }
}
