package exchange.settlement.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What members and listings refuse, with which code, and that nothing has changed afterwards. */
@ExtendWith(SharedEngine.class)
class PlacementRefusalTest {

    private final Market market;
    private final TwoPeople people;

    PlacementRefusalTest(Market market) {
        this.market = market;
        people = new TwoPeople(market);
    }

    @Test
    void an_applicant_neither_offers_nor_buys_nor_is_paid() {
        var stall = market.stall(106_000, 0);
        var applicant = market.applicant("PROVIDER", "DEMANDER");
        market.unchanged(List.of(Market.memberPath(applicant)), () -> {
            offer(market.offer(applicant, 1)).send().refused(409, "member.not-admitted");
            market.order(stall.listing(), applicant).send().refused(409, "member.not-admitted");
            market.bankEntry(Market.key(), applicant, 1).send().refused(409, "member.not-admitted");
        });
    }

    @Test
    void a_member_trades_only_in_its_roles() {
        var stall = market.stall(106_000, 0);
        var broker = market.member("DATA_BROKER");
        market.unchanged(List.of(Market.memberPath(broker)), () -> {
            offer(market.offer(broker, 1)).send().refused(409, "member.role-missing");
            market.order(stall.listing(), broker).send().refused(409, "member.role-missing");
        });
    }

    @Test
    void a_marketplace_without_mandate_neither_sells_nor_buys() {
        var stall = market.stall(106_000, 0);
        for (var member : List.of(stall.buyer(), stall.provider())) {
            people.agree(people.mandate(member, Market.MARKETPLACE, "ACCEPT"));
        }
        market.unchanged(List.of(Market.listingPath(stall.listing())), () -> {
            offer(market.offer(stall.provider(), 1)).send().refused(403, "member.no-mandate");
            market.order(stall.listing(), stall.buyer()).send().refused(403, "member.no-mandate");
        });
    }

    @Test
    void a_registration_number_is_used_once() {
        var application = market.application("DEMANDER");
        var member = market.engine().command(Market.OPERATOR, "/api/v1/members").body(application).send().expect(201).id();
        market.unchanged(List.of(Market.memberPath(member)),
                () -> market.engine().command(Market.OPERATOR, "/api/v1/members").body(application).send().refused(409,
                        "member.registration-number-used"));
    }

    @Test
    void only_what_is_on_the_shelf_is_ordered() {
        var stall = market.stall(106_000, 0);
        var draft = market.draft(stall.provider(), 1);
        market.order(draft, stall.buyer()).send().refused(409, "listing.not-live");
        market.listingStep(stall.listing(), "suspend").body(Map.of("reason", "整改")).send().expect(200);
        market.unchanged(List.of(Market.listingPath(stall.listing())),
                () -> market.order(stall.listing(), stall.buyer()).send().refused(409, "listing.not-live"));
        market.listingStep(stall.listing(), "publish").send().expect(200);
        market.placed(stall);
        market.listingStep(stall.listing(), "withdraw").send().expect(200);
        market.order(stall.listing(), stall.buyer()).send().refused(409, "listing.not-live");
    }

    @Test
    void only_the_version_that_was_read_is_ordered() {
        var stall = market.stall(106_000, 0);
        market.engine().command(Market.MARKETPLACE, Market.listingPath(stall.listing()) + "/versions")
                .body(Map.of("pricing", Map.of("model", "ONE_OFF", "price", Market.cny(200_000)))).send().expect(200);
        market.unchanged(List.of(Market.listingPath(stall.listing())),
                () -> market.order(stall.listing(), stall.buyer()).send().refused(409, "listing.version-changed"));
        var purchase = new LinkedHashMap<>(market.purchase(stall.listing(), stall.buyer()));
        purchase.put("listingVersion", 2);
        assertThat(market.order(purchase).send().expect(201).fen("price")).isEqualTo(200_000);
    }

    @Test
    void without_an_opinion_that_still_holds_nothing_is_published_or_ordered() {
        var stall = market.stall(106_000, 0);
        var draft = market.draft(stall.provider(), 1);
        market.register(draft, "政银互动");
        market.unchanged(List.of(Market.listingPath(draft)), () -> {
            market.listingStep(draft, "publish").send().refused(409, "listing.opinion-expired");
            market.assessment(draft, "PASS", Market.today().minusDays(1)).send().refused(409, "listing.opinion-expired");
        });
        market.opinion(draft, Market.today().toString());
        market.listingStep(draft, "publish").send().expect(200);

        market.assessment(stall.listing(), "FAIL", Market.today()).send().expect(200);
        market.unchanged(List.of(Market.listingPath(stall.listing())),
                () -> market.order(stall.listing(), stall.buyer()).send().refused(409, "listing.opinion-expired"));
    }

    @Test
    void a_certificate_registers_one_listing() {
        var provider = market.member("PROVIDER");
        var registration = Map.of("certificateCode", Market.key(), "scenario", "政银互动");
        market.listingStep(market.draft(provider, 1), "register").body(registration).send().expect(200);
        var second = market.draft(provider, 1);
        market.unchanged(List.of(Market.listingPath(second)), () -> market.listingStep(second, "register").body(registration)
                .send().refused(409, "listing.certificate-used"));
    }

    @Test
    void nobody_trades_with_itself() {
        var merchant = market.member("DATA_MERCHANT");
        var listing = market.listing(merchant, 106_000);
        market.unchanged(List.of(Market.listingPath(listing)),
                () -> market.order(listing, merchant).send().refused(422, "order.same-party"));
    }

    @Test
    void what_does_not_exist_is_not_found() {
        var stall = market.stall(106_000, 0);
        var nobody = UUID.randomUUID().toString();
        market.unchanged(List.of(Market.memberPath(stall.buyer()), Market.listingPath(stall.listing())), () -> {
            market.order(nobody, stall.buyer()).send().refused(404, "not-found");
            market.order(stall.listing(), nobody).send().refused(404, "not-found");
            market.bankEntry(Market.key(), nobody, 1).send().refused(404, "not-found");
            market.step(nobody, "confirm").send().refused(404, "not-found");
            market.listingStep(nobody, "publish").send().refused(404, "not-found");
            market.memberStep(nobody, "admit").send().refused(404, "not-found");
            people.award(nobody, 1, 0).send().refused(404, "not-found");
        });
        for (var path : List.of("orders/%s", "orders/%s/escrow", "orders/%s/settlement", "orders/%s/history", "members/%s",
                "members/%s/balances", "members/%s/statement", "listings/%s", "bank/receipts/%s")) {
            market.engine().get(Market.OPERATOR, "/api/v1/" + path.formatted(nobody)).refused(404, "not-found");
        }
    }

    @Test
    void a_stale_version_is_not_stepped_on() {
        var stall = market.stall(106_000, 0);
        var order = market.placed(stall);
        var read = market.order(order).version();
        market.step(order, "confirm").ifMatch(read).send().expect(200);
        market.unchanged(List.of(Market.orderPath(order)), () -> {
            var refused = market.step(order, "cancel").ifMatch(read).send().expect(412);
            assertThat(refused.text("code")).isNotBlank();
        });
        market.step(order, "cancel").ifMatch(market.order(order).version()).send().expect(200);
    }

    private Engine.Command offer(Map<String, Object> offer) {
        return market.engine().command(Market.MARKETPLACE, "/api/v1/listings").body(offer);
    }
}
