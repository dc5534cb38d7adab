package exchange.settlement.app.listing;

import static exchange.settlement.app.listing.ListingResource.LISTINGS;

import exchange.settlement.app.api.CommandEndpoint;
import exchange.settlement.app.api.Query;
import exchange.settlement.app.api.Reads;
import exchange.settlement.app.command.StateReader;
import exchange.settlement.app.security.Caller;
import exchange.settlement.app.security.Role;
import exchange.settlement.app.views.Views;
import exchange.settlement.app.web.PageBody;
import exchange.settlement.app.web.QueryParameters;
import exchange.settlement.app.web.ReadRequest;
import exchange.settlement.domain.ClientId;
import exchange.settlement.domain.Rejection;
import exchange.settlement.domain.listing.ListingId;
import exchange.settlement.domain.listing.ListingState;
import exchange.settlement.domain.listing.ListingState.Status;
import exchange.settlement.domain.member.MemberId;
import exchange.settlement.projections.listing.ListingDirectory;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What can be read of listings: the shelf is public to every client, everything else belongs to the listing's marketplace. */
@RestController
@RequestMapping("/api/v1/listings")
class ListingQueryController {

    private final StateReader states;
    private final Views views;
    private final ListingDirectory listings;

    ListingQueryController(StateReader states, Views views, ListingDirectory listings) {
        this.states = states;
        this.views = views;
        this.listings = listings;
    }

    @GetMapping("/{id}")
    ResponseEntity<Map<String, Object>> listing(@PathVariable UUID id, ReadRequest request) {
        views.checkRecorded(request.atLeast());
        var confined = confinedTo(request.caller());
        return Reads.one(LISTINGS, states.now(new ListingId(id), ListingState::after)
                .filter(found -> request.caller().seesBase(found.state().about().base()))
                .filter(found -> confined == null || found.state().status() == Status.LIVE
                        || found.state().client().equals(confined))
                .orElseThrow(() -> Rejection.notFound("The listing").asException()));
    }

    @GetMapping
    @QueryParameters({"status", "provider"})
    PageBody list(ReadRequest request) {
        var query = new Query(request);
        var filter = new ListingDirectory.Filter(query.oneOf("status", Status.class), null,
                query.id("provider", MemberId::new), confinedTo(request.caller()));
        query.verify();
        views.await("listings", request.atLeast());
        return Reads.page(listings.page(filter, request.caller().confinedTo(), Reads.after(request), request.limit()), request,
                found -> CommandEndpoint.body(LISTINGS,
                        new CommandEndpoint.Snapshot<>(found.state(), found.version(), found.position())));
    }

    /** The marketplace that sees only the shelf and its own listings; null for callers that see all. */
    private static @Nullable ClientId confinedTo(Caller caller) {
        return caller.isAny(Role.OPERATOR, Role.APPROVER, Role.REGULATOR, Role.SUPPORT) ? null : caller.client();
    }
}
