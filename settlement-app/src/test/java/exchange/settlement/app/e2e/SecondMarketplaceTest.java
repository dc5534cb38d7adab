package exchange.settlement.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import exchange.settlement.app.e2e.Market.Stall;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two marketplaces on one exchange: to each, what the other does does not exist. */
@ExtendWith(SharedEngine.class)
class SecondMarketplaceTest {

    private final Market market;
    private final TwoPeople people;
    private final Market rival;

    SecondMarketplaceTest(Market market) {
        this.market = market;
        people = new TwoPeople(market);
        this.rival = new Market(market.engine(), SharedEngine.RIVAL);
    }

    @Test
    void it_neither_reads_nor_steps_on_the_orders_of_another() {
        var stall = market.stall(106_000, 106_000);
        var order = market.delivered(stall);
        for (var part : List.of("", "/escrow", "/settlement", "/history")) {
            market.engine().get(SharedEngine.RIVAL, Market.orderPath(order) + part).refused(404, "not-found");
        }
        market.unchanged(List.of(Market.orderPath(order)), () -> {
            for (var step : List.of("confirm", "reject", "cancel", "fund", "accept", "dispute", "refund")) {
                rival.step(order, step).send().refused(404, "not-found");
            }
            rival.step(order, "deliver").body(Market.evidence()).send().refused(404, "not-found");
        });
        assertThat(list("orders?buyer=" + stall.buyer())).isEmpty();
        assertThat(list("orders?reference=" + market.order(order).text("reference"))).isEmpty();
    }

    @Test
    void it_acts_for_members_only_once_they_have_mandated_it() {
        var stall = market.stall(106_000, 106_000);
        var offer = market.engine().command(SharedEngine.RIVAL, "/api/v1/listings").body(market.offer(stall.provider(), 1));
        offer.send().refused(403, "member.no-mandate");
        rival.order(stall.listing(), stall.buyer()).send().refused(403, "member.no-mandate");

        mandate(stall.provider(), "SELL");
        rival.order(stall.listing(), stall.buyer()).send().refused(403, "member.no-mandate");
        mandate(stall.buyer(), "BUY", "ACCEPT");
        var own = new Stall(stall.provider(), stall.buyer(), rival.listing(stall.provider(), 106_000));
        var order = rival.accept(rival.delivered(own));
        market.engine().get(Market.MARKETPLACE, Market.orderPath(order)).refused(404, "not-found");
        assertThat(list("orders?buyer=" + stall.buyer())).extracting(Object::toString).singleElement().asString()
                .contains(order);
    }

    @Test
    void a_mandate_that_ends_stops_it_from_giving_the_members_money_away() {
        var stall = market.stall(106_000, 212_000);
        var order = market.confirm(market.placed(stall));
        var delivered = market.delivered(stall);
        market.engine().command(Market.OPERATOR, Market.memberPath(stall.buyer()) + "/mandates/revoke")
                .body(Map.of("client", Market.MARKETPLACE, "reason", "换平台")).send().expect(200);
        market.unchanged(List.of(Market.orderPath(order), Market.orderPath(delivered)), () -> {
            market.step(order, "fund").send().refused(403, "member.no-mandate");
            market.step(delivered, "accept").send().refused(403, "member.no-mandate");
        });
        market.step(order, "cancel").send().expect(200);
        market.step(delivered, "dispute").body(Map.of("reason", "买方异议")).send().expect(200);
    }

    @Test
    void it_sees_members_that_have_mandated_it_and_no_other() {
        var buyer = market.member("DEMANDER");
        market.receipt(buyer, 100);
        for (var part : List.of("", "/balances", "/statement", "/mandates")) {
            market.engine().get(SharedEngine.RIVAL, Market.memberPath(buyer) + part).refused(404, "not-found");
        }
        var number = market.engine().get(Market.OPERATOR, Market.memberPath(buyer)).text("registrationNumber");
        assertThat(list("members?registrationNumber=" + number)).isEmpty();
        mandate(buyer, "BUY");
        assertThat(market.engine().get(SharedEngine.RIVAL, Market.memberPath(buyer) + "/balances").expect(200).items())
                .singleElement().satisfies(row -> assertThat(Answer.fen(row.get("available"))).isEqualTo(100));
        assertThat(list("members?registrationNumber=" + number)).hasSize(1);
    }

    @Test
    void of_the_listings_of_another_it_reads_the_shelf_only_and_changes_none() {
        var provider = market.member("PROVIDER");
        mandate(provider, "SELL");
        var draft = market.draft(provider, 106_000);
        market.engine().get(SharedEngine.RIVAL, Market.listingPath(draft)).refused(404, "not-found");
        assertThat(list("listings?provider=" + provider)).isEmpty();
        market.shelved(draft);
        market.engine().get(SharedEngine.RIVAL, Market.listingPath(draft)).expect(200);
        assertThat(list("listings?provider=" + provider)).hasSize(1);
        market.unchanged(List.of(Market.listingPath(draft)), () -> {
            command(Market.listingPath(draft) + "/withdraw").send().refused(404, "not-found");
            command(Market.listingPath(draft) + "/versions")
                    .body(Map.of("pricing", Map.of("model", "ONE_OFF", "price", Market.cny(1)))).send().refused(404, "not-found");
        });
        market.listingStep(draft, "suspend").body(Market.BECAUSE).send().expect(200);
        market.engine().get(SharedEngine.RIVAL, Market.listingPath(draft)).refused(404, "not-found");
    }

    @Test
    void the_same_key_of_another_client_is_another_command() {
        var stall = market.stall(106_000, 0);
        mandate(stall.provider(), "SELL");
        mandate(stall.buyer(), "BUY");
        var purchase = market.purchase(stall.listing(), stall.buyer());
        var key = Market.key();
        var first = market.order(purchase).key(key).send().expect(201);
        var second = rival.order(purchase).key(key).send().expect(201);
        assertThat(second.replayed()).isFalse();
        assertThat(second.id()).isNotEqualTo(first.id());
    }

    private Engine.Command command(String path) {
        return market.engine().command(SharedEngine.RIVAL, path);
    }

    private void mandate(String member, String... scopes) {
        assertThat(people.agree(people.mandate(member, SharedEngine.RIVAL, scopes)).state()).isEqualTo("EXECUTED");
    }

    private List<?> list(String query) {
        return market.engine().get(SharedEngine.RIVAL, "/api/v1/" + query + "&atLeast=" + market.engine().head()).expect(200)
                .items();
    }
}
