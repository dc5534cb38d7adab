package exchange.settlement.domain;

import exchange.settlement.domain.account.AccountId;
import exchange.settlement.domain.listing.ComplianceOpinion;
import exchange.settlement.domain.listing.ComplianceOpinion.Conclusion;
import exchange.settlement.domain.listing.DataOrigin;
import exchange.settlement.domain.listing.ListingEvent;
import exchange.settlement.domain.listing.ListingEvent.ListingDrafted;
import exchange.settlement.domain.listing.ListingEvent.ListingPublished;
import exchange.settlement.domain.listing.ListingEvent.ListingRegistered;
import exchange.settlement.domain.listing.ListingEvent.OpinionRecorded;
import exchange.settlement.domain.listing.ListingId;
import exchange.settlement.domain.listing.Pricing;
import exchange.settlement.domain.listing.ProductType;
import exchange.settlement.domain.listing.Sector;
import exchange.settlement.domain.listing.Territory;
import exchange.settlement.domain.member.Mandate;
import exchange.settlement.domain.member.MemberEvent;
import exchange.settlement.domain.member.MemberEvent.MemberAdmitted;
import exchange.settlement.domain.member.MemberEvent.MemberApplied;
import exchange.settlement.domain.member.MemberId;
import exchange.settlement.domain.member.MemberRole;
import exchange.settlement.domain.member.TaxpayerType;
import exchange.settlement.domain.order.Contract;
import exchange.settlement.domain.order.DeadlineTerms;
import exchange.settlement.domain.order.Dimensions;
import exchange.settlement.domain.order.OrderEvent.OrderPlaced;
import exchange.settlement.domain.order.OrderId;
import exchange.settlement.domain.order.Parties;
import exchange.settlement.domain.payout.BankDetails;
import exchange.settlement.domain.payout.PayeeAccountId;
import exchange.settlement.domain.payout.PayeeEvent.PayeeAccountSet;
import exchange.settlement.domain.payout.PayoutEvent.PayoutRequested;
import exchange.settlement.domain.payout.PayoutId;
import exchange.settlement.domain.policy.Policy;
import exchange.settlement.domain.policy.PolicyBook;
import exchange.settlement.domain.policy.SettlementTerms;
import exchange.settlement.domain.policy.SettlementTerms.FeeOnRefund;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One trade to try things on: the CNY 1,060.00 of the API's page, and who makes it. */
public final class Samples {

    /** Noon in Shanghai. */
    public static final Instant NOW = Instant.parse("2026-11-23T04:00:00Z");
    public static final ClientId MARKET = new ClientId("marketplace");
    public static final ClientId STRANGER = new ClientId("elsewhere");
    public static final MemberId BUYER = new MemberId(new UUID(1, 1));
    public static final MemberId PROVIDER = new MemberId(new UUID(1, 2));
    public static final MemberId ASSESSOR = new MemberId(new UUID(1, 3));
    public static final ListingId LISTING = new ListingId(new UUID(2, 1));
    public static final OrderId ORDER = new OrderId(new UUID(3, 1));
    public static final AccountId ACCOUNT = new AccountId(BUYER, Money.CNY);
    public static final PayoutId PAYOUT = new PayoutId(new UUID(7, 1));
    public static final PayeeAccountId PAYEE = new PayeeAccountId(BUYER, Money.CNY);
    public static final TextId TEXT = new TextId(new UUID(4, 1));
    public static final BankDetails DETAILS = new BankDetails("102100099996", TEXT, "4321", "name");
    public static final Money PRICE = Money.cny(106_000);
    public static final Money NOTHING = Money.cny(0);
    public static final Parties PARTIES = new Parties(BUYER, PROVIDER, Money.CNY);
    public static final DeadlineTerms DEADLINES = new DeadlineTerms(Duration.ofHours(24), Duration.ofHours(48),
            Duration.ofDays(30),
            Duration.ofDays(7));
    public static final PolicyBook POLICIES = new PolicyBook(List.of(new Policy("v1", LocalDate.of(2026, 1, 1), new Rate(25_000),
            new Rate(60_000), Map.of(TaxpayerType.GENERAL, new Policy.VatRule("VAT6", new Rate(60_000))), FeeOnRefund.EXCHANGE)));

    private Samples() {}

    /** A time after now. */
    public static Instant later(Duration time) {
        return NOW.plus(time);
    }

    /** A member that has applied. */
    public static MemberApplied applied(MemberId member, MemberRole role) {
        return new MemberApplied(member, "name", "number-" + member.value(), List.of(role), TaxpayerType.GENERAL, NOW);
    }

    /** A member that mandated the market for everything. */
    public static List<MemberEvent> member(MemberId member, MemberRole role) {
        return List.of(applied(member, role), new MemberAdmitted(member, List.of(Mandate.full(MARKET)), null, NOW));
    }

    /** The buyer, the provider and the assessor. */
    public static List<MemberEvent> members() {
        var all = new ArrayList<>(member(BUYER, MemberRole.DEMANDER));
        all.addAll(member(PROVIDER, MemberRole.PROVIDER));
        all.addAll(member(ASSESSOR, MemberRole.THIRD_PARTY_SERVICE));
        return all;
    }

    /** The listing's first event, at a price. */
    public static ListingDrafted drafted(Money price) {
        return new ListingDrafted(LISTING, MARKET, PROVIDER, "data", ProductType.API, Sector.FINANCE, DataOrigin.ENTERPRISE,
                Territory.DOMESTIC, "base", new Pricing.OneOff(price), NOW);
    }

    public static ListingRegistered registered() {
        return new ListingRegistered(LISTING, "C-1", "scenario", NOW);
    }

    /** A passing opinion. */
    public static OpinionRecorded opinion(int number, LocalDate expiresOn) {
        return new OpinionRecorded(LISTING, new ComplianceOpinion(number, Conclusion.PASS, ASSESSOR, expiresOn, null), NOW);
    }

    /** A listing on the shelf, compliant to the end of 2027. */
    public static List<ListingEvent> live(Money price) {
        return List.of(drafted(price), registered(), opinion(1, LocalDate.of(2027, 12, 31)), new ListingPublished(LISTING, NOW));
    }

    /** The buyer's payee account, set for the first time. */
    public static PayeeAccountSet payee() {
        return new PayeeAccountSet(PAYEE, 1, DETAILS, null, NOW);
    }

    /** The buyer asks for its money through the market. */
    public static PayoutRequested payoutRequested() {
        return new PayoutRequested(PAYOUT, BUYER, PRICE, "W-1", MARKET, null, 1, DETAILS, "supervised",
                "PO00000000000000070000000000000001", NOW);
    }

    /** What the policy says of a price. */
    public static SettlementTerms terms(Money price) {
        return POLICIES.versions().getFirst().terms(price, TaxpayerType.GENERAL);
    }

    /** The placing event of the order, at a price. */
    public static OrderPlaced placed(Money price) {
        var dimensions = new Dimensions("base", Dimensions.Channel.ON_EXCHANGE, ProductType.API, Sector.FINANCE,
                DataOrigin.ENTERPRISE, Territory.DOMESTIC, "scenario", "DEMANDER", "PROVIDER");
        var contract = new Contract(ORDER, MARKET, "PO-1", LISTING, 1, PARTIES, terms(price), DEADLINES, dimensions);
        return new OrderPlaced(contract, later(DEADLINES.confirmWithin()), NOW);
    }
}
