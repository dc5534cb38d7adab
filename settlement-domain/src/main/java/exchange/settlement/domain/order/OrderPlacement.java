package exchange.settlement.domain.order;

import exchange.settlement.domain.ShanghaiTime;
import exchange.settlement.domain.Witness;
import exchange.settlement.domain.listing.ListingRejection;
import exchange.settlement.domain.listing.ListingState;
import exchange.settlement.domain.listing.Pricing;
import exchange.settlement.domain.member.Mandate;
import exchange.settlement.domain.member.MemberId;
import exchange.settlement.domain.member.MemberRejection;
import exchange.settlement.domain.member.MemberState;
import exchange.settlement.domain.order.OrderCommand.PlaceOrder;
import exchange.settlement.domain.order.OrderEvent.OrderPlaced;
import exchange.settlement.domain.policy.PolicyBook;
import exchange.settlement.domain.policy.SettlementTerms;
import java.util.List;

/**
 * Decides whether an order may be placed, from what listing and members are at this very moment: each one read becomes a
 * precondition of the append, so neither a withdrawal nor a suspension can slip in between.
 */
final class OrderPlacement {

    private OrderPlacement() {}

    static List<OrderEvent> decide(PlaceOrder c, Witness witness, PolicyBook policies) {
        var listing = ListingState.existing(witness.read(c.listing(), ListingState::after));
        var today = ShanghaiTime.dateOf(c.at());
        if (listing.status() != ListingState.Status.LIVE) {
            throw ListingRejection.notLive(listing).asException();
        }
        if (!listing.compliantOn(today)) {
            throw ListingRejection.opinionExpired(listing, today).asException();
        }
        if (listing.termsVersion() != c.listingVersion()) {
            throw ListingRejection.versionChanged(listing, c.listingVersion()).asException();
        }
        if (listing.provider().equals(c.buyer())) {
            throw OrderRejection.samePartyTwice().asException();
        }
        var provider = member(witness, listing.provider()).mayTrade(c.client(), Mandate.Scope.SELL);
        var buyer = member(witness, c.buyer()).mayTrade(c.client(), Mandate.Scope.BUY);
        if (!buyer.buys()) {
            throw MemberRejection.roleMissing(buyer, "buy").asException();
        }
        var price = switch (listing.pricing()) {
            case Pricing.OneOff(var amount) -> amount;
        };
        var terms = policies.on(today).terms(price, provider.taxpayer());
        if (terms.whole().payout().isNegative()) {
            throw OrderRejection.negativePayout().asException();
        }
        return List.of(placed(c, listing, buyer, provider, terms));
    }

    private static OrderPlaced placed(PlaceOrder c, ListingState listing, MemberState buyer, MemberState provider,
            SettlementTerms terms) {
        var about = listing.about();
        var scenario = listing.scenario();
        var dimensions = new Dimensions(about.base(), Dimensions.Channel.ON_EXCHANGE, about.productType(), about.sector(),
                about.origin(), about.territory(), scenario == null ? "" : scenario, buyer.rolesLabel(), provider.rolesLabel());
        var parties = new Parties(buyer.id(), provider.id(), terms.gross().currency());
        var contract = new Contract(c.order(), c.client(), c.reference(), c.listing(), c.listingVersion(), parties, terms,
                c.deadlines().sensible(), dimensions);
        return new OrderPlaced(contract, c.at().plus(c.deadlines().confirmWithin()), c.at());
    }

    private static MemberState member(Witness witness, MemberId id) {
        return MemberState.existing(witness.read(id, MemberState::after));
    }
}
