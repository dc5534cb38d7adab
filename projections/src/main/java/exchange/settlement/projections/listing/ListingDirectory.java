package exchange.settlement.projections.listing;

import exchange.settlement.domain.ClientId;
import exchange.settlement.domain.listing.ListingEvent;
import exchange.settlement.domain.listing.ListingId;
import exchange.settlement.domain.listing.ListingState;
import exchange.settlement.domain.member.MemberId;
import exchange.settlement.projections.Conditions;
import exchange.settlement.projections.Page;
import exchange.settlement.projections.Projection;
import exchange.settlement.projections.StateProjection;
import exchange.settlement.projections.StateQueries;
import exchange.settlement.projections.Versioned;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import tools.jackson.databind.json.JsonMapper;

/** Listings by id, status, marketplace and provider. */
public final class ListingDirectory {

    private static final StateProjection.Directory<ListingState> TABLE = new StateProjection.Directory<>("listing_directory",
            ListingState.class, List.of("id uuid", "status text", "client text", "provider uuid"),
            listing -> new Object[]{listing.id().value(), listing.status(), listing.client().value(),
                    listing.provider().value()});

    private final StateQueries<ListingState> listings;

    /**
     * Which listings to list; what is null does not matter.
     *
     * @param status    where they stand
     * @param client    the marketplace that keeps them
     * @param provider  the member that sells
     * @param visibleTo a marketplace: only its own listings and those that are LIVE
     */
    public record Filter(ListingState.@Nullable Status status, @Nullable ClientId client, @Nullable MemberId provider,
            @Nullable ClientId visibleTo) {

        /** All listings. */
        public static final Filter ALL = new Filter(null, null, null, null);
    }

    /** Queries. */
    public ListingDirectory(JdbcOperations db, JsonMapper mapper) {
        this.listings = new StateQueries<>(TABLE, db, mapper);
    }

    /** What keeps the directory. */
    public static Projection projection(JsonMapper mapper) {
        return new StateProjection<>("listings", TABLE, ListingEvent.class, ListingState::after, mapper);
    }

    /** A listing. */
    public Optional<Versioned<ListingState>> find(ListingId id) {
        return listings.find(id.stream());
    }

    /** Listings in the order in which they were drafted, after a created position. */
    public Page<Versioned<ListingState>> page(Filter filter, long after, int limit) {
        var conditions = new Conditions().and("status = ?", filter.status == null ? null : filter.status.name())
                .and("client = ?", filter.client == null ? null : filter.client.value())
                .and("provider = ?", filter.provider == null ? null : filter.provider.value())
                .and("(client = ? or status = 'LIVE')", filter.visibleTo == null ? null : filter.visibleTo.value());
        return listings.page(conditions, after, limit);
    }
}
