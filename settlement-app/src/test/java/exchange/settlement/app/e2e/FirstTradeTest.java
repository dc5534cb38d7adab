package exchange.settlement.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import exchange.settlement.app.e2e.Market.Balances;
import exchange.settlement.app.e2e.Market.Stall;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The trade of CNY 1,060.00 that the contract tells of, to the fen. */
@ExtendWith(SharedEngine.class)
class FirstTradeTest {

    private final Market market;

    FirstTradeTest(Market market) {
        this.market = market;
    }

    @Test
    void every_step_answers_with_the_resource_as_it_stands() {
        var provider = market.member("PROVIDER");
        var buyer = market.member("DEMANDER");
        market.receipt(buyer, 200_000);
        var draft = market.engine().command(Market.MARKETPLACE, "/api/v1/listings").body(market.offer(provider, 106_000)).send();
        created(draft, "/api/v1/listings/", "DRAFT");
        var listing = market.shelved(draft.id());
        assertThat(market.engine().get(Market.MARKETPLACE, Market.listingPath(listing)).expect(200).state()).isEqualTo("LIVE");

        var placed = market.order(listing, buyer).send();
        created(placed, "/api/v1/orders/", "PLACED");
        assertThat(List.of(placed.fen("price"), placed.fen("net"), placed.fen("vat"), placed.fen("fee"), placed.fen("feeVat"),
                placed.fen("payout"))).containsExactly(106_000L, 100_000L, 6_000L, 2_650L, 150L, 103_350L);

        var order = placed.id();
        var confirmed = step(market.step(order, "confirm"), "CONFIRMED", placed);
        var funded = step(market.step(order, "fund").waiting(), "FUNDED", confirmed);
        assertThat(funded.header("Preference-Applied")).hasValue("wait=30");
        var delivered = step(market.step(order, "deliver").body(Market.evidence()), "DELIVERED", funded);
        var settled = step(market.step(order, "accept").waiting(), "SETTLED", delivered);

        var read = market.order(order).expect(200);
        assertThat(read.header("ETag")).isEqualTo(settled.header("ETag"));
        assertThat(read.json()).isEqualTo(settled.json());
        assertThat(settled.json().get("settled").get("payout").get("amount").asString()).isEqualTo("103350");
    }

    @Test
    void a_receipt_is_a_resource_and_can_be_spent() {
        var buyer = market.member("DEMANDER");
        var receipt = market.receipt(buyer, 12_345);
        created(receipt, "/api/v1/bank/receipts/", "RECORDED");
        var read = market.engine().get("bank", receipt.header("Location").orElseThrow()).expect(200);
        assertThat(read.fen("amount")).isEqualTo(12_345);
        assertThat(read.text("memberId")).isEqualTo(buyer);
        assertThat(market.balances(buyer)).isEqualTo(new Balances(12_345, 0));
    }

    @Test
    void money_moves_from_buyer_to_escrow_to_provider_and_exchange() {
        var stall = market.stall(106_000, 200_000);
        var order = market.confirm(market.placed(stall));
        assertBalances(stall, 200_000, 0);
        market.escrow(order).refused(404, "not-found");

        market.fund(order);
        assertBalances(stall, 94_000, 0);
        assertEscrow(order, "FUNDED", 106_000, 0, 106_000);
        market.deliver(order);
        assertBalances(stall, 94_000, 0);

        market.accept(order);
        assertBalances(stall, 94_000, 103_350);
        assertEscrow(order, "CLOSED", 106_000, 106_000, 0);
    }

    @Test
    void without_waiting_a_step_answers_at_once_and_comes_to_rest_later() {
        var stall = market.stall(106_000, 106_000);
        var order = market.confirm(market.placed(stall));
        assertThat(market.step(order, "fund").send().expect(200).state()).isEqualTo("FUNDING");
        market.awaitState(order, "FUNDED");
        market.deliver(order);
        assertThat(market.step(order, "accept").send().expect(200).state()).isEqualTo("ACCEPTED");
        market.awaitState(order, "SETTLED");
    }

    @Test
    void the_settlement_note_itemises_and_its_legs_sum_to_zero() {
        var stall = market.stall(106_000, 106_000);
        var order = market.accept(market.delivered(stall));
        var note = noteOf(order);
        assertThat(note.text("sumOfLegs")).isEqualTo("0");
        assertThat(note.json().get("settled").get("vat").get("amount").asString()).isEqualTo("6000");
        assertThat(note.json().get("rules").get("taxCode").asString()).isEqualTo("VAT-GENERAL-6");
        assertThat(ledger(note, "exchange/fees")).isEqualTo(2_500);
        assertThat(ledger(note, "exchange/vat")).isEqualTo(150);
        assertThat(ledger(note, "member/" + stall.provider() + "/available")).isEqualTo(103_350);
        assertThat(ledger(note, "member/" + stall.buyer() + "/available")).isEqualTo(-106_000);
        assertThat(ledger(note, "escrow/" + order)).isZero();
        assertThat(ledger(note, "clearing/" + order)).isZero();
    }

    @Test
    void the_history_tells_every_event_in_order_with_the_balances_after_it() {
        var stall = market.stall(106_000, 200_000);
        var order = market.accept(market.delivered(stall));
        await().untilAsserted(() -> assertThat(history(order)).extracting(step -> step.get("type").asString())
                .contains("escrow.closed").filteredOn("account.disengaged"::equals).hasSize(2));

        var steps = history(order);
        assertThat(steps).extracting(step -> step.get("position").asLong()).isSorted().doesNotHaveDuplicates();
        assertThat(steps).extracting(step -> step.get("type").asString()).containsOnlyOnce("order.placed", "order.confirmed",
                "order.funding-started", "escrow.opened", "account.funds-reserved", "account.reservation-spent",
                "escrow.funded", "order.funded", "order.delivered", "order.accepted", "escrow.released", "fees.collected",
                "account.credited", "order.settled", "escrow.closed");
        assertThat(after(steps, "account.funds-reserved", "member/" + stall.buyer() + "/available")).isEqualTo(94_000);
        assertThat(after(steps, "account.funds-reserved", "member/" + stall.buyer() + "/reserved")).isEqualTo(106_000);
        assertThat(after(steps, "account.reservation-spent", "member/" + stall.buyer() + "/reserved")).isZero();
        assertThat(after(steps, "escrow.funded", "escrow/" + order)).isEqualTo(106_000);
        assertThat(after(steps, "escrow.released", "escrow/" + order)).isZero();
        assertThat(after(steps, "account.credited", "member/" + stall.provider() + "/available")).isEqualTo(103_350);
    }

    @Test
    void balances_as_of_an_earlier_position_are_what_they_were() {
        var stall = market.stall(106_000, 200_000);
        var before = market.engine().head();
        var order = market.funded(stall);
        var path = Market.memberPath(stall.buyer()) + "/balances?knownAt=";
        var then = market.engine().get(Market.OPERATOR, path + before).expect(200).items().getFirst();
        assertThat(Answer.fen(then.get("available"))).isEqualTo(200_000);
        var funded = market.order(order).position();
        var now = market.engine().get(Market.OPERATOR, path + funded + "&atLeast=" + funded).expect(200).items().getFirst();
        assertThat(Answer.fen(now.get("available"))).isEqualTo(94_000);
        var yesterday = market.engine().get(Market.OPERATOR,
                Market.memberPath(stall.buyer()) + "/balances?effectiveAt=" + Market.today().minusDays(1)).expect(200);
        assertThat(yesterday.items()).allSatisfy(row -> assertThat(Answer.fen(row.get("available"))).isZero());
    }

    @Test
    void an_order_is_found_by_its_reference() {
        var stall = market.stall(106_000, 0);
        var placed = market.order(stall.listing(), stall.buyer()).send().expect(201);
        var found = market.engine().get(Market.MARKETPLACE,
                "/api/v1/orders?reference=" + placed.text("reference") + "&atLeast=" + placed.position()).expect(200);
        assertThat(found.items()).singleElement().isEqualTo(placed.json());
    }

    private static void created(Answer answer, String collection, String state) {
        answer.expect(201);
        assertThat(answer.header("Location")).hasValue(collection + UUID.fromString(answer.id()));
        assertThat(answer.state()).isEqualTo(state);
        assertThat(answer.version()).isEqualTo(1);
        assertThat(answer.header("ETag")).hasValue("\"1\"");
        assertThat(Long.parseLong(answer.position())).isPositive();
    }

    private static Answer step(Engine.Command command, String state, Answer before) {
        var answer = command.send().expect(200);
        assertThat(answer.id()).isEqualTo(before.id());
        assertThat(answer.state()).isEqualTo(state);
        assertThat(answer.version()).isGreaterThan(before.version());
        assertThat(answer.header("ETag")).hasValue("\"" + answer.version() + "\"");
        assertThat(Long.parseLong(answer.position())).isGreaterThan(Long.parseLong(before.position()));
        return answer;
    }

    private void assertBalances(Stall stall, long buyer, long provider) {
        assertThat(Map.of("buyer", market.balances(stall.buyer()), "provider", market.balances(stall.provider())))
                .isEqualTo(Map.of("buyer", new Balances(buyer, 0), "provider", new Balances(provider, 0)));
    }

    private void assertEscrow(String order, String state, long funded, long released, long held) {
        var escrow = market.escrow(order).expect(200);
        assertThat(escrow.state()).isEqualTo(state);
        assertThat(List.of(escrow.fen("funded"), escrow.fen("released"), escrow.fen("refunded"), escrow.fen("held")))
                .containsExactly(funded, released, 0L, held);
    }

    private Answer noteOf(String order) {
        return market.engine().get(Market.MARKETPLACE,
                Market.orderPath(order) + "/settlement?atLeast=" + market.order(order).position()).expect(200);
    }

    private List<JsonNode> history(String order) {
        return market.engine().get("support", Market.orderPath(order) + "/history?atLeast=" + market.engine().head())
                .expect(200).items();
    }

    private static long ledger(Answer note, String account) {
        return note.json().get("entries").values().stream().flatMap(entry -> entry.get("legs").values().stream())
                .filter(leg -> leg.get("account").asString().equals(account)).mapToLong(leg -> Answer.fen(leg.get("amount")))
                .sum();
    }

    private static long after(List<JsonNode> steps, String type, String account) {
        return steps.stream().filter(step -> step.get("type").asString().equals(type))
                .flatMap(step -> step.get("balances").values().stream())
                .filter(balance -> balance.get("account").asString().equals(account))
                .mapToLong(balance -> Answer.fen(balance.get("after"))).findFirst().orElseThrow();
    }
}
