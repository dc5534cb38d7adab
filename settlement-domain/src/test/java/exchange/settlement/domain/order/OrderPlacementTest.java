package exchange.settlement.domain.order;

import static exchange.settlement.domain.Samples.ASSESSOR;
import static exchange.settlement.domain.Samples.BUYER;
import static exchange.settlement.domain.Samples.DEADLINES;
import static exchange.settlement.domain.Samples.LISTING;
import static exchange.settlement.domain.Samples.MARKET;
import static exchange.settlement.domain.Samples.NOTHING;
import static exchange.settlement.domain.Samples.NOW;
import static exchange.settlement.domain.Samples.ORDER;
import static exchange.settlement.domain.Samples.PRICE;
import static exchange.settlement.domain.Samples.PROVIDER;
import static exchange.settlement.domain.Samples.STRANGER;
import static exchange.settlement.domain.Samples.live;
import static exchange.settlement.domain.Samples.members;
import static exchange.settlement.domain.Samples.placed;
import static exchange.settlement.domain.Trial.given;

import exchange.settlement.domain.ClientId;
import exchange.settlement.domain.Money;
import exchange.settlement.domain.SettlementEvent;
import exchange.settlement.domain.listing.ListingEvent.ListingRevised;
import exchange.settlement.domain.listing.ListingEvent.ListingSuspended;
import exchange.settlement.domain.listing.Pricing;
import exchange.settlement.domain.member.MemberEvent.MandateRevoked;
import exchange.settlement.domain.member.MemberEvent.MemberSuspended;
import exchange.settlement.domain.member.MemberId;
import exchange.settlement.domain.order.OrderCommand.PlaceOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderPlacementTest {

    @Test
    void an_order_takes_everything_agreed_into_its_contract() {
        given(members(), live(PRICE)).when(place(MARKET, BUYER, NOW)).then(placed(PRICE));
        given(members(), live(NOTHING)).when(place(MARKET, BUYER, NOW)).then(placed(NOTHING));
    }

    @Test
    void only_what_is_on_the_shelf_is_ordered() {
        given(members()).when(place(MARKET, BUYER, NOW)).refuses("not-found");
        after(new ListingSuspended(LISTING, null, NOW), "listing.not-live");
    }

    @Test
    void an_opinion_holds_to_the_end_of_its_last_day_in_shanghai() {
        var lastInstant = Instant.parse("2027-12-31T15:59:59Z");
        given(members(), live(PRICE)).when(place(STRANGER, BUYER, lastInstant)).refuses("member.no-mandate");
        given(members(), live(PRICE)).when(place(MARKET, BUYER, lastInstant.plusSeconds(1))).refuses("listing.opinion-expired");
    }

    @Test
    void the_terms_must_be_those_that_the_buyer_saw() {
        after(new ListingRevised(LISTING, 2, new Pricing.OneOff(Money.cny(1)), NOW), "listing.version-changed");
    }

    @Test
    void nobody_trades_with_itself() {
        given(members(), live(PRICE)).when(place(MARKET, PROVIDER, NOW)).refuses("order.same-party");
    }

    @Test
    void both_sides_must_be_members_that_mandated_the_marketplace() {
        after(new MemberSuspended(BUYER, null, NOW), "member.not-admitted");
        after(new MemberSuspended(PROVIDER, null, NOW), "member.not-admitted");
        after(new MandateRevoked(BUYER, MARKET, null, NOW), "member.no-mandate");
        after(new MandateRevoked(PROVIDER, MARKET, null, NOW), "member.no-mandate");
        given(members(), live(PRICE)).when(place(MARKET, ASSESSOR, NOW)).refuses("member.role-missing");
    }

    @Test
    void a_policy_must_be_in_force() {
        given(members(), live(PRICE)).when(place(MARKET, BUYER, Instant.parse("2025-12-31T00:00:00Z")))
                .refuses("policy.none-in-force");
    }

    @Test
    void deadlines_are_positive_and_at_most_ten_years() {
        for (var within : List.of(Duration.ZERO, Duration.ofSeconds(-1), Duration.ofDays(3661))) {
            var deadlines = new DeadlineTerms(within, within, within, within);
            given(members(), live(PRICE)).when(new PlaceOrder(ORDER, MARKET, LISTING, 1, BUYER, "PO-1", deadlines, NOW))
                    .refuses("order.deadline-out-of-range");
        }
    }

    private static void after(SettlementEvent event, String code) {
        given(members(), live(PRICE), List.of(event)).when(place(MARKET, BUYER, NOW)).refuses(code);
    }

    private static PlaceOrder place(ClientId client, MemberId buyer, Instant at) {
        return new PlaceOrder(ORDER, client, LISTING, 1, buyer, "PO-1", DEADLINES, at);
    }
}
