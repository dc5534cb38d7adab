package exchange.settlement.domain.simulation;

import exchange.settlement.domain.Command;
import exchange.settlement.domain.Money;
import exchange.settlement.domain.ShanghaiTime;
import exchange.settlement.domain.listing.CertificateId;
import exchange.settlement.domain.listing.ComplianceOpinion.Conclusion;
import exchange.settlement.domain.listing.DataOrigin;
import exchange.settlement.domain.listing.ListingCommand.DraftListing;
import exchange.settlement.domain.listing.ListingCommand.PublishListing;
import exchange.settlement.domain.listing.ListingCommand.RecordOpinion;
import exchange.settlement.domain.listing.ListingCommand.RegisterListing;
import exchange.settlement.domain.listing.ListingCommand.ReviseListing;
import exchange.settlement.domain.listing.ListingCommand.SuspendListing;
import exchange.settlement.domain.listing.ListingCommand.WithdrawListing;
import exchange.settlement.domain.listing.ListingId;
import exchange.settlement.domain.listing.ListingState;
import exchange.settlement.domain.listing.Pricing;
import exchange.settlement.domain.listing.ProductType;
import exchange.settlement.domain.listing.Sector;
import exchange.settlement.domain.listing.Territory;
import exchange.settlement.domain.member.Mandate;
import exchange.settlement.domain.member.Mandate.Scope;
import exchange.settlement.domain.member.MemberCommand.AdmitMember;
import exchange.settlement.domain.member.MemberCommand.ExitMember;
import exchange.settlement.domain.member.MemberCommand.GrantMandate;
import exchange.settlement.domain.member.MemberCommand.ReinstateMember;
import exchange.settlement.domain.member.MemberCommand.RevokeMandate;
import exchange.settlement.domain.member.MemberCommand.SuspendMember;
import exchange.settlement.domain.proposal.ProposedAction;
import exchange.settlement.domain.simulation.World.Person;
import java.time.Instant;
import java.util.List;

/** The operator, who admits members and keeps the shelf. */
final class Shelf {

    private static final List<Long> PRICES = List.of(0L, 1L, 3L, 20_000L, 106_000L);

    private final Market market;
    private int certificates;

    Shelf(Market market) {
        this.market = market;
    }

    /** A legal entity becomes a member. */
    void join(Person person) {
        send(person.application(now()));
        send(new AdmitMember(person.id(), List.of(Mandate.full(World.MARKET)), market.text(), now()));
    }

    /** A listing goes all the way, or as far as it gets. */
    void newListing() {
        var listing = new ListingId(market.newId());
        send(new DraftListing(listing, World.MARKET, (market.oneIn(12) ? World.BUYER : market.seller()).id(), "data",
                ProductType.API, Sector.FINANCE, DataOrigin.ENTERPRISE, Territory.DOMESTIC, "base", pricing(), now()));
        int certificate = market.oneIn(10) ? certificates : ++certificates;
        send(new RegisterListing(listing, new CertificateId(World.uuid("certificate", "C" + certificate)), "C" + certificate,
                "scenario", now()));
        send(opinion(listing));
        send(new PublishListing(listing, now()));
    }

    /** Something happens to a listing. */
    void change() {
        var listings = listings();
        if (listings.isEmpty() || market.oneIn(5)) {
            newListing();
        } else {
            send(changeOf(market.pick(listings)));
        }
    }

    /** What can get between a look at a listing and the order that rests on it. */
    Command changeOf(ListingState listing) {
        return switch (market.history().random().nextInt(10)) {
            case 0 -> new WithdrawListing(listing.id(), null, market.text(), now());
            case 1 -> new SuspendListing(listing.id(), market.text(), now());
            case 2, 3 -> new ReviseListing(listing.id(), market.oneIn(6) ? World.STRANGER : World.MARKET, pricing(), now());
            case 4, 5 -> opinion(listing.id());
            case 6 -> new RegisterListing(listing.id(), new CertificateId(World.uuid("certificate", "C1")), "C1", "again", now());
            default -> new PublishListing(listing.id(), now());
        };
    }

    /** Something happens to a member; those who are gone mostly come back. */
    void changeMember() {
        var person = market.oneIn(2) ? World.GUEST : market.pick(World.ALL);
        switch (market.history().random().nextInt(10)) {
            case 0 -> send(new SuspendMember(person.id(), market.text(), now()));
            case 1 -> World.ALL.forEach(each -> send(new ReinstateMember(each.id(), market.text(), now())));
            case 2, 3, 4 -> send(new ExitMember(person.id(), market.text(), now()));
            case 5 -> World.ALL.forEach(this::join);
            case 6 -> send(new RevokeMandate(person.id(), World.MARKET, market.text(), now()));
            case 7 -> World.ALL.forEach(each -> grant(each, Mandate.full(World.MARKET)));
            case 8 -> send(market.pairs().ask(new ProposedAction.GrantOfMandate(person.id(), Mandate.full(World.MARKET))));
            default -> grant(person, new Mandate(World.STRANGER, List.of(market.pick(List.of(Scope.values())))));
        }
    }

    /** All listings that were ever begun. */
    List<ListingState> listings() {
        return market.history().mirror().all(ListingState.class);
    }

    private void grant(Person person, Mandate mandate) {
        send(new GrantMandate(person.id(), mandate, market.text(), now()));
    }

    private RecordOpinion opinion(ListingId listing) {
        var issuedBy = market.oneIn(10) ? World.PROVIDER : World.ASSESSOR;
        var lastDay = ShanghaiTime.dateOf(now()).plusDays(market.oneIn(5) ? market.history().random().nextInt(4) : 400);
        return new RecordOpinion(listing, market.oneIn(10) ? Conclusion.FAIL : Conclusion.PASS, issuedBy.id(), lastDay, null,
                now());
    }

    private Pricing pricing() {
        long price = market.oneIn(3) ? market.history().random().nextInt(200_000) : market.pick(PRICES);
        return new Pricing.OneOff(new Money(price, market.pick(World.CURRENCIES)));
    }

    private void send(Command command) {
        market.send(command);
    }

    private Instant now() {
        return market.history().now();
    }
}
