package exchange.settlement.domain.listing;

import static exchange.settlement.domain.Samples.ASSESSOR;
import static exchange.settlement.domain.Samples.BUYER;
import static exchange.settlement.domain.Samples.LISTING;
import static exchange.settlement.domain.Samples.MARKET;
import static exchange.settlement.domain.Samples.NOW;
import static exchange.settlement.domain.Samples.PRICE;
import static exchange.settlement.domain.Samples.PROVIDER;
import static exchange.settlement.domain.Samples.STRANGER;
import static exchange.settlement.domain.Samples.TEXT;
import static exchange.settlement.domain.Samples.drafted;
import static exchange.settlement.domain.Samples.live;
import static exchange.settlement.domain.Samples.member;
import static exchange.settlement.domain.Samples.members;
import static exchange.settlement.domain.Samples.opinion;
import static exchange.settlement.domain.Samples.registered;
import static exchange.settlement.domain.Trial.given;

import exchange.settlement.domain.ClientId;
import exchange.settlement.domain.EveryCommand;
import exchange.settlement.domain.Money;
import exchange.settlement.domain.listing.CertificateEvent.CertificateClaimed;
import exchange.settlement.domain.listing.ComplianceOpinion.Conclusion;
import exchange.settlement.domain.listing.ListingCommand.DraftListing;
import exchange.settlement.domain.listing.ListingCommand.PublishListing;
import exchange.settlement.domain.listing.ListingCommand.RecordOpinion;
import exchange.settlement.domain.listing.ListingCommand.RegisterListing;
import exchange.settlement.domain.listing.ListingCommand.ReviseListing;
import exchange.settlement.domain.listing.ListingCommand.SuspendListing;
import exchange.settlement.domain.listing.ListingCommand.WithdrawListing;
import exchange.settlement.domain.listing.ListingEvent.ListingPublished;
import exchange.settlement.domain.listing.ListingEvent.ListingRevised;
import exchange.settlement.domain.listing.ListingEvent.ListingSuspended;
import exchange.settlement.domain.listing.ListingEvent.ListingWithdrawn;
import exchange.settlement.domain.listing.ListingEvent.OpinionRecorded;
import exchange.settlement.domain.member.MemberEvent.MemberSuspended;
import exchange.settlement.domain.member.MemberId;
import exchange.settlement.domain.member.MemberRole;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ListingDecisionTest {

    @RegisterExtension
    static final EveryCommand EVERY_COMMAND = EveryCommand.of(ListingCommand.class);

    private static final CertificateId CERTIFICATE = new CertificateId(new UUID(6, 1));
    private static final LocalDate YEAR_END = LocalDate.of(2027, 12, 31);
    private static final List<ListingEvent> DRAFT = List.of(drafted(PRICE));
    private static final List<ListingEvent> REGISTERED = List.of(drafted(PRICE), registered());
    private static final List<ListingEvent> ASSESSED = List.of(drafted(PRICE), registered(), opinion(1, YEAR_END));
    private static final List<ListingEvent> WITHDRAWN = List.of(drafted(PRICE), new ListingWithdrawn(LISTING, null, NOW));
    private static final ListingEvent SUSPENDED = new ListingSuspended(LISTING, TEXT, NOW);
    private static final Pricing CHEAPER = new Pricing.OneOff(Money.cny(1));

    @Test
    void a_seller_that_mandated_the_marketplace_begins_a_listing_once() {
        given(members()).when(draft(PROVIDER, MARKET)).then(drafted(PRICE));
        given(members(), DRAFT).when(draft(PROVIDER, MARKET)).refuses("listing.wrong-status");
        given(members()).when(draft(PROVIDER, STRANGER)).refuses("member.no-mandate");
        given(members()).when(draft(BUYER, MARKET)).refuses("member.role-missing");
        given(members(), List.of(new MemberSuspended(PROVIDER, null, NOW))).when(draft(PROVIDER, MARKET))
                .refuses("member.not-admitted");
        given().when(draft(PROVIDER, MARKET)).refuses("not-found");
    }

    @Test
    void a_certificate_registers_one_listing_only() {
        var register = new RegisterListing(LISTING, CERTIFICATE, "C-1", "scenario", NOW);
        given(DRAFT).when(register).then(registered());
        given(REGISTERED).when(register).refuses("listing.wrong-status");
        given(DRAFT, List.of(new CertificateClaimed(CERTIFICATE, "C-1", new ListingId(new UUID(2, 2)), NOW))).when(register)
                .refuses("listing.certificate-used");
        given().when(register).refuses("not-found");
    }

    @Test
    void an_opinion_that_is_over_already_is_not_recorded() {
        var today = LocalDate.of(2026, 11, 23);
        for (var conclusion : Conclusion.values()) {
            given(members(), REGISTERED)
                    .when(new RecordOpinion(LISTING, conclusion, ASSESSOR, today.minusDays(1), null, NOW))
                    .refuses("listing.opinion-expired");
        }
        given(members(), REGISTERED).when(new RecordOpinion(LISTING, Conclusion.PASS, ASSESSOR, today, null, NOW))
                .then(opinion(1, today));
    }

    @Test
    void opinions_of_an_independent_third_party_are_counted() {
        var record = new RecordOpinion(LISTING, Conclusion.PASS, ASSESSOR, YEAR_END, null, NOW);
        given(members(), REGISTERED).when(record).then(opinion(1, YEAR_END));
        given(members(), ASSESSED).when(record).then(opinion(2, YEAR_END));
        given(members(), DRAFT).when(record).refuses("listing.wrong-status");
        given(members(), REGISTERED).when(new RecordOpinion(LISTING, Conclusion.PASS, BUYER, YEAR_END, null, NOW))
                .refuses("listing.assessor-unfit");
        given(members(), REGISTERED, List.of(new MemberSuspended(ASSESSOR, null, NOW))).when(record)
                .refuses("member.not-admitted");
        given(REGISTERED).when(record).refuses("not-found");
    }

    @Test
    void no_provider_assesses_itself() {
        given(member(PROVIDER, MemberRole.THIRD_PARTY_SERVICE), REGISTERED)
                .when(new RecordOpinion(LISTING, Conclusion.PASS, PROVIDER, YEAR_END, null, NOW))
                .refuses("listing.assessor-unfit");
    }

    @Test
    void no_compliance_no_listing() {
        var publish = new PublishListing(LISTING, NOW);
        given(members(), ASSESSED).when(publish).then(new ListingPublished(LISTING, NOW));
        given(members(), live(PRICE), List.of(SUSPENDED)).when(publish).then(new ListingPublished(LISTING, NOW));
        given(members(), REGISTERED).when(publish).refuses("listing.opinion-expired");
        given(members(), REGISTERED, List.of(opinion(1, LocalDate.of(2026, 11, 22)))).when(publish)
                .refuses("listing.opinion-expired");
        given(members(), REGISTERED, List.of(opinion(1, LocalDate.of(2026, 11, 23)))).when(publish)
                .then(new ListingPublished(LISTING, NOW));
        var fail = new OpinionRecorded(LISTING, new ComplianceOpinion(2, Conclusion.FAIL, ASSESSOR, YEAR_END, null), NOW);
        given(members(), ASSESSED, List.of(fail)).when(publish).refuses("listing.opinion-expired");
        given(members(), DRAFT).when(publish).refuses("listing.wrong-status");
        given(members(), live(PRICE)).when(publish).refuses("listing.wrong-status");
        given(members(), ASSESSED, List.of(new MemberSuspended(PROVIDER, null, NOW))).when(publish)
                .refuses("member.not-admitted");
    }

    @Test
    void a_listing_leaves_the_shelf_for_a_while_or_for_good() {
        given(live(PRICE)).when(new SuspendListing(LISTING, TEXT, NOW)).then(SUSPENDED);
        given(ASSESSED).when(new SuspendListing(LISTING, TEXT, NOW)).refuses("listing.wrong-status");
        given(live(PRICE)).when(new WithdrawListing(LISTING, null, TEXT, NOW)).then(new ListingWithdrawn(LISTING, TEXT, NOW));
        given(live(PRICE)).when(new WithdrawListing(LISTING, MARKET, TEXT, NOW)).then(new ListingWithdrawn(LISTING, TEXT, NOW));
        given(live(PRICE)).when(new WithdrawListing(LISTING, STRANGER, TEXT, NOW)).refuses("not-found");
        given(DRAFT).when(new WithdrawListing(LISTING, null, TEXT, NOW)).then(new ListingWithdrawn(LISTING, TEXT, NOW));
        given(WITHDRAWN).when(new WithdrawListing(LISTING, null, TEXT, NOW)).refuses("listing.wrong-status");
    }

    @Test
    void a_new_price_is_a_new_version() {
        var revise = new ReviseListing(LISTING, MARKET, CHEAPER, NOW);
        given(members(), live(PRICE)).when(revise).then(new ListingRevised(LISTING, 2, CHEAPER, NOW));
        given(members(), live(PRICE)).when(new ReviseListing(LISTING, MARKET, new Pricing.OneOff(PRICE), NOW))
                .refuses("listing.terms-unchanged");
        given(members(), live(PRICE)).when(new ReviseListing(LISTING, STRANGER, CHEAPER, NOW)).refuses("not-found");
        given(members(), WITHDRAWN).when(revise).refuses("listing.wrong-status");
    }

    private static DraftListing draft(MemberId provider, ClientId client) {
        return new DraftListing(LISTING, client, provider, "data", ProductType.API, Sector.FINANCE, DataOrigin.ENTERPRISE,
                Territory.DOMESTIC, "base", new Pricing.OneOff(PRICE), NOW);
    }
}
