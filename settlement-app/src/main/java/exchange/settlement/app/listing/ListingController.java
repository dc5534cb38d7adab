package exchange.settlement.app.listing;

import static exchange.settlement.app.listing.ListingResource.LISTINGS;

import exchange.settlement.app.api.CommandEndpoint;
import exchange.settlement.app.api.CommandIds;
import exchange.settlement.app.engine.PolicyConfiguration;
import exchange.settlement.app.security.Caller;
import exchange.settlement.app.security.Role;
import exchange.settlement.app.web.CommandRequest;
import exchange.settlement.app.web.Fields;
import exchange.settlement.app.web.Fields.Sign;
import exchange.settlement.domain.ClientId;
import exchange.settlement.domain.listing.ComplianceOpinion;
import exchange.settlement.domain.listing.DataOrigin;
import exchange.settlement.domain.listing.ListingCommand.DraftListing;
import exchange.settlement.domain.listing.ListingCommand.PublishListing;
import exchange.settlement.domain.listing.ListingCommand.RecordOpinion;
import exchange.settlement.domain.listing.ListingCommand.RegisterListing;
import exchange.settlement.domain.listing.ListingCommand.ReviseListing;
import exchange.settlement.domain.listing.ListingCommand.SuspendListing;
import exchange.settlement.domain.listing.ListingCommand.WithdrawListing;
import exchange.settlement.domain.listing.ListingId;
import exchange.settlement.domain.listing.Pricing;
import exchange.settlement.domain.listing.ProductType;
import exchange.settlement.domain.listing.Sector;
import exchange.settlement.domain.listing.Territory;
import exchange.settlement.domain.member.MemberId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The steps of a listing. */
@RestController
@RequestMapping("/api/v1/listings")
class ListingController {

    private static final int CONDITIONS_LENGTH_MAX = 2000;

    private final CommandEndpoint endpoint;
    private final PolicyConfiguration.Settings exchange;
    private final Supplier<Instant> now;

    ListingController(CommandEndpoint endpoint, PolicyConfiguration.Settings exchange, Supplier<Instant> now) {
        this.endpoint = endpoint;
        this.exchange = exchange;
        this.now = now;
    }

    @PostMapping
    ResponseEntity<Map<String, Object>> draft(CommandRequest request) {
        return endpoint.create(request, LISTINGS, in -> new DraftListing(new ListingId(in.derive("listing")),
                request.caller().client(), new MemberId(in.body().id("providerId")), in.body().text("name", 200),
                in.body().oneOf("productType", ProductType.class), in.body().oneOf("sector", Sector.class),
                in.body().oneOf("origin", DataOrigin.class),
                in.body().oneOf("territory", Territory.class, Territory.DOMESTIC), exchange.base(),
                pricing(in.body().object("pricing")), now.get()));
    }

    @PostMapping("/{id}/register")
    ResponseEntity<Map<String, Object>> register(@PathVariable UUID id, CommandRequest request) {
        return endpoint.step(request, LISTINGS, in -> {
            var code = in.body().text("certificateCode", 128);
            return new RegisterListing(new ListingId(id), CommandIds.certificate(code), code, in.body().text("scenario", 128),
                    now.get());
        });
    }

    @PostMapping("/{id}/opinions")
    ResponseEntity<Map<String, Object>> opinion(@PathVariable UUID id, CommandRequest request) {
        return endpoint.step(request, LISTINGS, in -> new RecordOpinion(new ListingId(id),
                in.body().oneOf("conclusion", ComplianceOpinion.Conclusion.class),
                new MemberId(in.body().id("issuedBy")), in.body().date("expiresOn"),
                in.optionalText("conditions", CONDITIONS_LENGTH_MAX), now.get()));
    }

    @PostMapping("/{id}/publish")
    ResponseEntity<Map<String, Object>> publish(@PathVariable UUID id, CommandRequest request) {
        return endpoint.step(request, LISTINGS, _ -> new PublishListing(new ListingId(id), now.get()));
    }

    @PostMapping("/{id}/suspend")
    ResponseEntity<Map<String, Object>> suspend(@PathVariable UUID id, CommandRequest request) {
        return endpoint.step(request, LISTINGS, in -> new SuspendListing(new ListingId(id), in.reason(), now.get()));
    }

    @PostMapping("/{id}/withdraw")
    ResponseEntity<Map<String, Object>> withdraw(@PathVariable UUID id, CommandRequest request) {
        return endpoint.step(request, LISTINGS,
                in -> new WithdrawListing(new ListingId(id), seller(request.caller()), in.optionalReason(), now.get()));
    }

    @PostMapping("/{id}/versions")
    ResponseEntity<Map<String, Object>> revise(@PathVariable UUID id, CommandRequest request) {
        return endpoint.step(request, LISTINGS, in -> new ReviseListing(new ListingId(id), request.caller().client(),
                pricing(in.body().object("pricing")), now.get()));
    }

    /** The client whose listing it must be; none for an operator, who may take any listing off the shelf. */
    private static @org.jspecify.annotations.Nullable ClientId seller(Caller caller) {
        return caller.isAny(Role.OPERATOR) ? null : caller.client();
    }

    private static Pricing pricing(Fields pricing) {
        return switch (pricing.oneOf("model", Model.class)) {
            case ONE_OFF -> new Pricing.OneOff(pricing.money("price", Sign.NOT_NEGATIVE));
        };
    }

    private enum Model {
        ONE_OFF
    }
}
