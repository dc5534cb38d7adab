package exchange.settlement.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import exchange.settlement.app.e2e.Market.Balances;
import exchange.settlement.app.e2e.Market.Stall;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Trades that do not end with plain acceptance: disputes, awards, refunds; and prices and taxes of other kinds. */
@ExtendWith(SharedEngine.class)
class DisputeTest {

    private final Market market;
    private final TwoPeople people;

    DisputeTest(Market market) {
        this.market = market;
        people = new TwoPeople(market);
    }

    @Test
    void an_award_divides_the_price_and_charges_the_fee_on_the_providers_part() {
        var stall = market.stall(106_000, 106_000);
        var order = disputed(stall);
        var awarded = people.awarded(order, 40_001, 65_999);
        assertThat(awarded.state()).isEqualTo("SETTLED");
        // 2.5 % of 400.01 is 10.000 25, so the fee is 10.00 and the payout the rest.
        var settled = awarded.json().get("settled");
        assertThat(Answer.fen(settled.get("gross"))).isEqualTo(40_001);
        assertThat(Answer.fen(settled.get("fee"))).isEqualTo(1_000);
        assertThat(Answer.fen(settled.get("net")) + Answer.fen(settled.get("vat"))).isEqualTo(40_001);
        assertThat(awarded.fen("refunded")).isEqualTo(65_999);
        assertThat(market.balances(stall.provider())).isEqualTo(new Balances(39_001, 0));
        assertThat(market.balances(stall.buyer())).isEqualTo(new Balances(65_999, 0));
        var escrow = market.escrow(order).expect(200);
        assertThat(List.of(escrow.fen("released"), escrow.fen("refunded"), escrow.fen("held")))
                .containsExactly(40_001L, 65_999L, 0L);
    }

    @Test
    void an_award_may_give_everything_to_one_side() {
        var all = market.stall(106_000, 106_000);
        assertThat(people.awarded(disputed(all), 106_000, 0).state()).isEqualTo("SETTLED");
        assertThat(market.balances(all.provider())).isEqualTo(new Balances(103_350, 0));
        var none = market.stall(106_000, 106_000);
        assertThat(people.awarded(disputed(none), 0, 106_000).state()).isEqualTo("REFUNDED");
        assertThat(market.balances(none.buyer())).isEqualTo(new Balances(106_000, 0));
    }

    @Test
    void an_award_that_does_not_sum_is_refused() {
        var order = disputed(market.stall(106_000, 106_000));
        market.unchanged(List.of(Market.orderPath(order)), () -> {
            people.award(order, 40_000, 65_999).send().refused(422, "order.award-does-not-sum");
            people.award(order, 106_000, 1).send().refused(422, "order.award-does-not-sum");
            people.award(order, 0, 0).send().refused(422, "order.award-does-not-sum");
        });
    }

    @Test
    void only_an_operator_asks_for_an_award_and_only_of_a_dispute() {
        var stall = market.stall(106_000, 106_000);
        var order = market.delivered(stall);
        var split = Map.of("toProvider", Market.cny(106_000), "toBuyer", Market.cny(0), "reason", "裁决");
        market.unchanged(List.of(Market.orderPath(order)), () -> {
            people.award(order, 106_000, 0).send().refused(409, "order.wrong-status");
            for (var client : List.of(Market.MARKETPLACE, "approver", "bank", "regulator", "support")) {
                market.engine().command(client, Market.orderPath(order) + "/award").body(split).send().refused(403,
                        "auth.forbidden");
            }
        });
    }

    @Test
    void nothing_is_released_while_a_dispute_lasts() {
        var stall = market.stall(106_000, 106_000);
        var order = disputed(stall);
        market.unchanged(List.of(Market.orderPath(order)),
                () -> market.step(order, "accept").send().refused(409, "order.wrong-status"));
        assertThat(market.escrow(order).fen("held")).isEqualTo(106_000);
        assertThat(market.step(order, "refund").waiting().send().expect(200).state()).isEqualTo("REFUNDED");
    }

    @Test
    void a_refund_before_acceptance_gives_everything_back_without_a_fee() {
        for (var delivered : List.of(false, true)) {
            var stall = market.stall(106_000, 106_000);
            var order = delivered ? market.delivered(stall) : market.funded(stall);
            var refunded = market.step(order, "refund").body(Map.of("reason", "协商")).waiting().send().expect(200);
            assertThat(refunded.state()).isEqualTo("REFUNDED");
            assertThat(refunded.fen("refunded")).isEqualTo(106_000);
            assertThat(market.balances(stall.buyer())).isEqualTo(new Balances(106_000, 0));
            assertThat(market.balances(stall.provider())).isEqualTo(new Balances(0, 0));
            market.step(order, "refund").send().refused(409, "order.wrong-status");
        }
    }

    @Test
    void a_free_trade_settles_without_escrow_or_money() {
        var stall = market.stall(0, 0);
        var order = market.funded(stall);
        market.escrow(order).refused(404, "not-found");
        market.accept(market.deliver(order));
        assertThat(market.balances(stall.provider())).isEqualTo(new Balances(0, 0));
        assertThat(market.balances(stall.buyer())).isEqualTo(new Balances(0, 0));
        var note = market.engine().get(Market.MARKETPLACE, Market.orderPath(order) + "/settlement").expect(200);
        assertThat(note.json().get("entries").values()).isEmpty();

        var refunded = market.funded(stall);
        assertThat(market.step(refunded, "refund").waiting().send().expect(200).state()).isEqualTo("REFUNDED");
    }

    @Test
    void a_small_taxpayer_pays_three_per_cent() {
        var application = new LinkedHashMap<>(market.application("PROVIDER"));
        application.put("taxpayer", "SMALL_SCALE");
        var provider = market.admitted(
                market.engine().command(Market.OPERATOR, "/api/v1/members").body(application).send().expect(201).id());
        var buyer = market.member("DEMANDER");
        market.receipt(buyer, 103_000);
        var stall = new Stall(provider, buyer, market.listing(provider, 103_000));
        var placed = market.order(stall.listing(), buyer).send().expect(201);
        assertThat(List.of(placed.fen("net"), placed.fen("vat"), placed.fen("fee"), placed.fen("payout")))
                .containsExactly(100_000L, 3_000L, 2_575L, 100_425L);
        assertThat(placed.json().get("policy").get("taxCode").asString()).isEqualTo("VAT-SMALL-3");
        market.accept(market.deliver(market.fund(market.confirm(placed.id()))));
        assertThat(market.balances(provider)).isEqualTo(new Balances(100_425, 0));
    }

    private String disputed(Stall stall) {
        var order = market.delivered(stall);
        assertThat(market.step(order, "dispute").body(Map.of("reason", "数据不符")).send().expect(200).state())
                .isEqualTo("DISPUTED");
        return order;
    }
}
