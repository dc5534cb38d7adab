package exchange.settlement.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import exchange.settlement.app.e2e.Market.Balances;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What orders, accounts and the bank refuse, with which code, and that no money has moved afterwards. */
@ExtendWith(SharedEngine.class)
class MoneyRefusalTest {

    private final Market market;

    MoneyRefusalTest(Market market) {
        this.market = market;
    }

    @Test
    void funding_without_money_is_refused_until_money_has_come() {
        var stall = market.stall(106_000, 105_999);
        var order = market.confirm(market.placed(stall));
        var key = Market.key();
        market.step(order, "fund").key(key).waiting().send().refused(409, "account.insufficient-funds");
        assertThat(market.order(order).expect(200).state()).isEqualTo("CONFIRMED");
        assertThat(market.balances(stall.buyer())).isEqualTo(new Balances(105_999, 0));

        market.receipt(stall.buyer(), 1);
        market.unchanged(List.of(Market.orderPath(order)), () -> market.step(order, "fund").key(key).waiting().send()
                .refused(409, "account.insufficient-funds"));
        market.fund(order);
        assertThat(market.balances(stall.buyer())).isEqualTo(new Balances(0, 0));
        market.step(order, "fund").key(key).waiting().send().refused(409, "account.insufficient-funds");
        assertThat(market.order(order).state()).isEqualTo("FUNDED");
    }

    @Test
    void a_step_out_of_turn_is_refused() {
        var stall = market.stall(106_000, 106_000);
        var order = market.placed(stall);
        refusedNow(order, "fund", "deliver", "accept", "dispute", "refund");
        market.confirm(order);
        refusedNow(order, "confirm", "reject", "deliver", "accept", "dispute", "refund");
        market.fund(order);
        refusedNow(order, "confirm", "reject", "cancel", "fund", "accept", "dispute");
        market.deliver(order);
        refusedNow(order, "confirm", "reject", "cancel", "fund", "deliver");
        market.accept(order);
        refusedNow(order, "confirm", "reject", "cancel", "fund", "deliver", "accept", "dispute", "refund");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reject", "cancel"})
    void an_order_that_ended_early_stays_ended(String step) {
        var stall = market.stall(106_000, 106_000);
        var order = market.placed(stall);
        market.step(order, step).body(Map.of("reason", "不做了")).send().expect(200);
        refusedNow(order, "confirm", "reject", "cancel", "fund", "deliver", "accept", "dispute", "refund");
        assertThat(market.balances(stall.buyer())).isEqualTo(new Balances(106_000, 0));
    }

    @Test
    void a_bank_reference_counts_once_whatever_else_the_entry_says() {
        var buyer = market.member("DEMANDER");
        var reference = Market.key();
        market.bankEntry(reference, buyer, 100).send().expect(201);
        await().until(() -> market.balances(buyer).available() == 100);
        market.unchanged(List.of(Market.memberPath(buyer)), () -> {
            market.bankEntry(reference, buyer, 100).send().refused(409, "bank.reference-used");
            market.bankEntry(reference, buyer, 200).send().refused(409, "bank.reference-used");
        });
    }

    @Test
    void money_that_has_not_come_yet_is_not_counted() {
        var buyer = market.member("DEMANDER");
        market.unchanged(List.of(Market.memberPath(buyer)), () -> entry(buyer, Market.cny(100),
                Market.today().plusDays(1).toString()).refused(422, "bank.value-date-in-future"));
        // Such a date has no place in the journal: once recorded it would stop every balance.
        entry(buyer, Market.cny(500), "0001-01-01").refused(400, "request.invalid");
        entry(buyer, Market.cny(100), Market.today().minusDays(1).toString()).expect(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"amount\":106000,\"currency\":\"CNY\"}", "{\"amount\":\"1060.00\",\"currency\":\"CNY\"}",
            "{\"amount\":\"-1\",\"currency\":\"CNY\"}", "{\"amount\":\"0\",\"currency\":\"CNY\"}",
            "{\"amount\":\"+1\",\"currency\":\"CNY\"}", "{\"amount\":\"1\",\"currency\":\"XQQ\"}",
            "{\"amount\":\"1\",\"currency\":\"CNY\",\"unit\":\"fen\"}", "{\"amount\":\"1\"}", "\"1\"",
            "{\"amount\":\"9223372036854775808\",\"currency\":\"CNY\"}"})
    void malformed_money_is_refused(String money) {
        var buyer = market.member("DEMANDER");
        market.unchanged(List.of(Market.memberPath(buyer)), () -> {
            var refused = market.engine().command("bank", "/api/v1/bank/receipts").rawBody("""
                    {"bankReference":"%s","memberId":"%s","amount":%s,"valueDate":"%s"}
                    """.formatted(Market.key(), buyer, money, Market.today())).send().refused(400, "request.invalid");
            assertThat(refused.json().get("errors")).isNotEmpty().allSatisfy(
                    error -> assertThat(error.get("pointer").asString()).startsWith("/amount"));
        });
    }

    private Answer entry(String member, Map<String, String> amount, String valueDate) {
        return market.engine().command("bank", "/api/v1/bank/receipts").body(Map.of("bankReference", Market.key(), "memberId",
                member, "amount", amount, "valueDate", valueDate)).send();
    }

    private void refusedNow(String order, String... steps) {
        market.unchanged(List.of(Market.orderPath(order)), () -> {
            for (var step : steps) {
                var command = market.step(order, step);
                (step.equals("deliver") ? command.body(Market.evidence()) : command).send().refused(409, "order.wrong-status");
            }
        });
    }
}
