package exchange.settlement.domain.listing;

import exchange.settlement.domain.ClientId;
import exchange.settlement.domain.Rejection;
import exchange.settlement.domain.ShanghaiTime;
import exchange.settlement.domain.Witness;
import exchange.settlement.domain.listing.ListingCommand.DraftListing;
import exchange.settlement.domain.listing.ListingCommand.PublishListing;
import exchange.settlement.domain.listing.ListingCommand.RecordOpinion;
import exchange.settlement.domain.listing.ListingCommand.RegisterListing;
import exchange.settlement.domain.listing.ListingCommand.ReviseListing;
import exchange.settlement.domain.listing.ListingCommand.SuspendListing;
import exchange.settlement.domain.listing.ListingCommand.WithdrawListing;
import exchange.settlement.domain.listing.ListingEvent.ListingDrafted;
import exchange.settlement.domain.listing.ListingEvent.ListingPublished;
import exchange.settlement.domain.listing.ListingEvent.ListingRegistered;
import exchange.settlement.domain.listing.ListingEvent.ListingRevised;
import exchange.settlement.domain.listing.ListingEvent.ListingSuspended;
import exchange.settlement.domain.listing.ListingEvent.ListingWithdrawn;
import exchange.settlement.domain.listing.ListingEvent.OpinionRecorded;
import exchange.settlement.domain.listing.ListingState.Status;
import exchange.settlement.domain.member.Mandate;
import exchange.settlement.domain.member.MemberId;
import exchange.settlement.domain.member.MemberRejection;
import exchange.settlement.domain.member.MemberRole;
import exchange.settlement.domain.member.MemberState;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides what a command does to a listing: "no registration, no trade; no compliance, no listing". */
public final class ListingDecision {

    private ListingDecision() {}

    /** The events that a command causes, or a refusal. */
    public static List<ListingEvent> decide(@Nullable ListingState state, ListingCommand command, Witness witness) {
        if (command instanceof DraftListing draft) {
            return drafted(state, draft, witness);
        }
        var listing = ListingState.existing(state);
        return switch (command) {
            case DraftListing _ -> throw new IllegalStateException("handled above");
            case RegisterListing c -> registered(listing, c, witness);
            case RecordOpinion c -> opinionRecorded(listing, c, witness);
            case PublishListing c -> published(listing, c, witness);
            case SuspendListing c -> {
                require(listing, Set.of(Status.LIVE), "suspended");
                yield List.of(new ListingSuspended(c.listing(), c.reason(), c.at()));
            }
            case WithdrawListing c -> {
                keptBy(listing, c.client());
                require(listing, Set.of(Status.DRAFT, Status.REGISTERED, Status.LIVE, Status.SUSPENDED), "withdrawn");
                yield List.of(new ListingWithdrawn(c.listing(), c.reason(), c.at()));
            }
            case ReviseListing c -> revised(listing, c, witness);
        };
    }

    private static List<ListingEvent> drafted(@Nullable ListingState state, DraftListing c, Witness witness) {
        if (state != null) {
            throw ListingRejection.wrongStatus(state, "drafted again").asException();
        }
        var provider = member(witness, c.provider()).mayTrade(c.client(), Mandate.Scope.SELL);
        if (!provider.sells()) {
            throw MemberRejection.roleMissing(provider, "sell").asException();
        }
        return List.of(new ListingDrafted(c.listing(), c.client(), c.provider(), c.name(), c.productType(), c.sector(),
                c.origin(), c.territory(), c.base(), c.pricing(), c.at()));
    }

    private static List<ListingEvent> registered(ListingState listing, RegisterListing c, Witness witness) {
        require(listing, Set.of(Status.DRAFT), "registered");
        if (witness.<ListingId, CertificateEvent>read(c.certificate(), CertificateEvent::holderAfter) != null) {
            throw ListingRejection.certificateUsed().asException();
        }
        return List.of(new ListingRegistered(c.listing(), c.certificateCode(), c.scenario(), c.at()));
    }

    private static List<ListingEvent> opinionRecorded(ListingState listing, RecordOpinion c, Witness witness) {
        require(listing, Set.of(Status.REGISTERED, Status.LIVE, Status.SUSPENDED), "assessed");
        var assessor = member(witness, c.issuedBy());
        if (!assessor.admitted()) {
            throw MemberRejection.notAdmitted(assessor).asException();
        }
        if (!assessor.roles().contains(MemberRole.THIRD_PARTY_SERVICE)) {
            throw ListingRejection.notTheAssessor("The opinion must come from a THIRD_PARTY_SERVICE member, not from "
                    + assessor.rolesLabel() + ".").asException();
        }
        if (assessor.id().equals(listing.provider())) {
            throw ListingRejection.notTheAssessor("A provider cannot assess its own listing.").asException();
        }
        var today = ShanghaiTime.dateOf(c.at());
        if (c.expiresOn().isBefore(today)) {
            // It could let nothing trade; most likely the date was mistyped.
            throw ListingRejection.opinionOver(c.expiresOn(), today).asException();
        }
        var previous = listing.opinion();
        var opinion = new ComplianceOpinion(previous == null ? 1 : previous.number() + 1, c.conclusion(), c.issuedBy(),
                c.expiresOn(), c.conditions());
        return List.of(new OpinionRecorded(c.listing(), opinion, c.at()));
    }

    private static List<ListingEvent> published(ListingState listing, PublishListing c, Witness witness) {
        require(listing, Set.of(Status.REGISTERED, Status.SUSPENDED), "published");
        var today = ShanghaiTime.dateOf(c.at());
        if (!listing.compliantOn(today)) {
            throw ListingRejection.opinionExpired(listing, today).asException();
        }
        var provider = member(witness, listing.provider());
        if (!provider.admitted()) {
            throw MemberRejection.notAdmitted(provider).asException();
        }
        return List.of(new ListingPublished(c.listing(), c.at()));
    }

    private static List<ListingEvent> revised(ListingState listing, ReviseListing c, Witness witness) {
        keptBy(listing, c.client());
        require(listing, Set.of(Status.DRAFT, Status.REGISTERED, Status.LIVE, Status.SUSPENDED), "revised");
        member(witness, listing.provider()).mayTrade(c.client(), Mandate.Scope.SELL);
        if (listing.pricing().equals(c.pricing())) {
            throw ListingRejection.priceUnchanged().asException();
        }
        return List.of(new ListingRevised(c.listing(), listing.termsVersion() + 1, c.pricing(), c.at()));
    }

    /** A marketplace may change its own listings only; an operator, who is no client here, any. */
    private static void keptBy(ListingState listing, @Nullable ClientId client) {
        if (client != null && !client.equals(listing.client())) {
            throw Rejection.notFound("The listing").asException();
        }
    }

    private static MemberState member(Witness witness, MemberId id) {
        return MemberState.existing(witness.read(id, MemberState::after));
    }

    private static void require(ListingState listing, Set<Status> allowed, String act) {
        if (!allowed.contains(listing.status())) {
            throw ListingRejection.wrongStatus(listing, act).asException();
        }
    }
}
