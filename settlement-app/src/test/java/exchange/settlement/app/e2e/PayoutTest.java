package exchange.settlement.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import exchange.settlement.app.e2e.Market.Balances;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A member's money leaves the exchange, or does not. */
@ExtendWith(SharedEngine.class)
class PayoutTest {

    private final Market market;
    private final TwoPeople people;
    private final Engine engine;
    private final Cashier cashier;

    PayoutTest(Market market) {
        this.market = market;
        people = new TwoPeople(market);
        this.engine = market.engine();
        this.cashier = new Cashier(market);
    }

    @Test
    void a_members_money_leaves_the_exchange() {
        var member = cashier.payable(106_000);
        var asked = cashier.payout(Market.MARKETPLACE, member, 100_000).waiting().send().expect(201);
        assertThat(asked.header("Location")).hasValue("/api/v1/payouts/" + asked.id());
        assertThat(asked.state()).isEqualTo("READY");
        assertThat(asked.text("bankReference")).isEqualTo("PO" + asked.id().replace("-", ""));
        assertThat(market.balances(member)).isEqualTo(new Balances(6_000, 0));
        assertThat(cashier.held("payout/" + asked.id())).isEqualTo(100_000);

        var listed = bankLists("", asked.position()).stream().filter(p -> p.get("id").asString().equals(asked.id())).findFirst()
                .orElseThrow();
        assertThat(listed.get("payee").get("accountNumber").asString()).isEqualTo(Cashier.NUMBER);
        assertThat(cashier.tell(asked.id(), "send").send().expect(200).state()).isEqualTo("SENT");
        var paid = cashier.confirm(asked.id(), "B-1-" + asked.id()).send().expect(200);
        assertThat(paid.state()).isEqualTo("CONFIRMED");
        assertThat(paid.json().get("paid").get("bankReference").asString()).isEqualTo("B-1-" + asked.id());
        assertThat(cashier.held("payout/" + asked.id())).isZero();
        assertThat(market.balances(member)).isEqualTo(new Balances(6_000, 0));

        var statement = engine.get(Market.MARKETPLACE, Market.memberPath(member) + "/statement?atLeast=" + paid.position())
                .expect(200).items();
        assertThat(statement).extracting(line -> line.get("type").asString()).containsExactly("account.credited",
                "account.payout-debited");
        assertThat(engine.get("support", Market.memberPath(member) + "/payouts?status=CONFIRMED&atLeast=" + paid.position())
                .expect(200).items()).extracting(p -> p.get("id").asString()).containsExactly(asked.id());
    }

    @Test
    void without_the_money_it_is_refused_and_may_be_asked_for_again() {
        var member = cashier.payable(1_000);
        cashier.payout(Market.MARKETPLACE, member, 1_001).waiting().send().refused(409, "account.insufficient-funds");
        var refused = engine.get(Market.OPERATOR, Market.memberPath(member) + "/payouts?status=REFUSED&atLeast=" + engine.head())
                .expect(200).items().getFirst();
        assertThat(refused.get("refusedBecause").asString()).isEqualTo("account.insufficient-funds");
        cashier.tell(refused.get("id").asString(), "send").send().refused(409, "payout.wrong-status");
        assertThat(market.balances(member)).isEqualTo(new Balances(1_000, 0));
        cashier.ready(member, 1_000);
    }

    @Test
    void it_needs_a_payee_account_and_a_mandate() {
        var member = market.member("DEMANDER");
        market.receipt(member, 1_000);
        cashier.payout(Market.MARKETPLACE, member, 1).send().refused(409, "payout.no-payee-account");
        people.agree(cashier.payee(member, Cashier.NUMBER, cashier.name(member)));
        cashier.payout(SharedEngine.RIVAL, member, 1).send().refused(403, "member.no-mandate");
        people.agree(people.mandate(member, SharedEngine.RIVAL, "BUY", "SELL", "ACCEPT"));
        cashier.payout(SharedEngine.RIVAL, member, 1).send().refused(403, "member.no-mandate");
        people.agree(people.mandate(member, SharedEngine.RIVAL, "PAY_OUT"));
        cashier.payout(SharedEngine.RIVAL, member, 1).waiting().send().expect(201);
    }

    @Test
    void an_operator_pays_a_suspended_member_out_with_a_reason() {
        var member = cashier.payable(1_000);
        market.memberStep(member, "suspend").body(Map.of("reason", "调查")).send().expect(200);
        cashier.payout(Market.MARKETPLACE, member, 1_000).send().refused(409, "member.not-admitted");
        engine.command(Market.OPERATOR, Market.memberPath(member) + "/payouts")
                .body(Map.of("amount", Market.cny(1_000), "reference", "W-1")).send().refused(400, "request.invalid");
        assertThat(cashier.payout(Market.OPERATOR, member, 1_000).waiting().send().expect(201).state()).isEqualTo("READY");
    }

    @Test
    void a_payee_account_is_in_the_members_name_and_set_by_two_people() {
        var member = market.member("DEMANDER");
        cashier.payee(member, Cashier.NUMBER, "另一家公司").send().refused(422, "payee.name-differs");
        cashier.payee(member, "12-34", cashier.name(member)).send().refused(400, "request.invalid");
        var asked = cashier.payee(member, Cashier.NUMBER, cashier.name(member)).send().expect(201);
        assertThat(asked.body()).doesNotContain(Cashier.NUMBER).contains("4321");
        assertThat(payees(member)).isEmpty();
        assertThat(engine.get("approver", TwoPeople.path(asked.id())).expect(200).body()).contains(Cashier.NUMBER);
        for (var reader : List.of("support", Market.OPERATOR)) {
            assertThat(engine.get(reader, TwoPeople.path(asked.id())).expect(200).body()).doesNotContain(Cashier.NUMBER);
        }
        assertThat(people.approval(asked).waiting().send().expect(200).state()).isEqualTo("EXECUTED");
        assertThat(payees(member)).extracting(p -> p.get("accountNumberEnding").asString()).containsExactly("4321");
    }

    @Test
    void of_an_account_number_only_the_bank_and_the_approver_read_more_than_its_end() {
        var member = cashier.payable(1_000);
        var payout = cashier.ready(member, 1_000);
        for (var path : List.of("/api/v1/payouts/" + payout, Market.memberPath(member) + "/payouts?atLeast=" + engine.head(),
                Market.memberPath(member) + "/payee-accounts?atLeast=" + engine.head())) {
            for (var reader : List.of(Market.MARKETPLACE, Market.OPERATOR, "support")) {
                assertThat(engine.get(reader, path).expect(200).body()).contains("4321").doesNotContain(Cashier.NUMBER);
            }
        }
    }

    @Test
    void a_payout_that_was_requested_goes_where_it_was_to_go_then() {
        var member = cashier.payable(1_000);
        var before = cashier.ready(member, 500);
        people.agree(cashier.payee(member, "6222020200099998888", cashier.name(member)));
        var after = cashier.ready(member, 500);
        assertThat(ending(before)).isEqualTo("4321");
        assertThat(ending(after)).isEqualTo("8888");
        assertThat(cashier.read(after).json().get("payee").get("version").asInt()).isEqualTo(2);
        var numbers = bankLists("", Long.toString(engine.head())).stream()
                .filter(p -> List.of(before, after).contains(p.get("id").asString()))
                .map(p -> p.get("payee").get("accountNumber").asString());
        assertThat(numbers).containsExactly(Cashier.NUMBER, "6222020200099998888");
    }

    @Test
    void what_comes_back_after_it_was_confirmed_is_the_members_again_and_reads_as_paid_nowhere() {
        var member = cashier.payable(1_000);
        var payout = cashier.confirmed(member, 1_000);
        var back = cashier.giveBack(payout).send().expect(200);
        assertThat(back.state()).isEqualTo("RETURNED");
        assertThat(back.json().has("paid")).isFalse();
        assertThat(back.json().get("returned").get("afterConfirmation").asBoolean()).isTrue();
        cashier.awaitAvailable(member, 1_000);
        assertThat(cashier.held("payout/" + payout)).isZero();
        cashier.giveBack(payout).send().refused(409, "payout.wrong-status");
        cashier.confirm(payout, Market.key()).send().refused(409, "payout.wrong-status");
        assertThat(bankLists("?status=CONFIRMED", back.position())).extracting(p -> p.get("id").asString())
                .doesNotContain(payout);
        cashier.confirmed(member, 1_000);
        assertThat(market.balances(member)).isEqualTo(new Balances(0, 0));
    }

    @Test
    void an_unknown_outcome_is_asked_for_and_never_sent_again() {
        var member = cashier.payable(2_000);
        var lost = cashier.sent(member, 1_000);
        assertThat(cashier.tell(lost, "unknown").send().expect(200).state()).isEqualTo("UNKNOWN");
        cashier.tell(lost, "send").send().refused(409, "outcome.unknown");
        assertThat(cashier.held("payout/" + lost)).isEqualTo(1_000);
        assertThat(cashier.confirm(lost, Market.key()).send().expect(200).state()).isEqualTo("CONFIRMED");
        var other = cashier.sent(member, 1_000);
        cashier.tell(other, "unknown").send().expect(200);
        assertThat(cashier.giveBack(other).send().expect(200).state()).isEqualTo("RETURNED");
        cashier.awaitAvailable(member, 1_000);
    }

    @Test
    void an_entry_of_the_bank_counts_once_whichever_way_the_money_went() {
        var member = cashier.payable(2_000);
        var reference = Market.key();
        assertThat(cashier.confirm(cashier.sent(member, 500), reference).send().expect(200).state()).isEqualTo("CONFIRMED");
        var second = cashier.sent(member, 500);
        cashier.confirm(second, reference).send().refused(409, "bank.reference-used");
        market.bankEntry(reference, member, 500).send().refused(409, "bank.reference-used");
        var received = Market.key();
        market.bankEntry(received, member, 500).send().expect(201);
        cashier.confirm(second, received).send().refused(409, "bank.reference-used");
        cashier.tell(second, "confirm").body(Map.of("bankReference", Market.key(), "valueDate", Market.today().toString(),
                "bankAccount", "another")).send().refused(409, "payout.other-bank-account");
        assertThat(cashier.read(second).state()).isEqualTo("SENT");
    }

    @Test
    void an_outcome_does_not_count_in_the_future_nor_before_it_was_sent() {
        var payout = cashier.sent(cashier.payable(1_000), 1_000);
        for (var step : List.of("confirm", "return")) {
            var what = step.equals("confirm") ? Map.of("bankReference", Market.key()) : Map.of("reason", "退汇");
            tellOn(payout, step, what, 1).refused(422, "bank.value-date-in-future");
            tellOn(payout, step, what, -1).refused(422, "payout.value-date-too-early");
        }
    }

    @Test
    void nobody_leaves_while_a_payout_is_under_way() {
        var member = cashier.payable(1_000);
        var payout = cashier.sent(member, 1_000);
        market.memberStep(member, "exit").body(Map.of("reason", "退出")).waiting().send().refused(409, "account.open-payouts");
        assertThat(cashier.confirm(payout, Market.key()).send().expect(200).state()).isEqualTo("CONFIRMED");
        await().untilAsserted(() -> assertThat(market.memberStep(member, "exit")
                .body(Map.of("reason", "退出")).waiting().send().state()).isEqualTo("EXITED"));
        cashier.payout(Market.OPERATOR, member, 1).send().refused(409, "member.not-admitted");
    }

    @Test
    void another_marketplace_does_not_see_it() {
        var member = cashier.payable(1_000);
        var payout = cashier.ready(member, 1_000);
        engine.get(SharedEngine.RIVAL, "/api/v1/payouts/" + payout).refused(404, "not-found");
        engine.get(SharedEngine.RIVAL, Market.memberPath(member) + "/payouts").refused(404, "not-found");
        engine.get(SharedEngine.RIVAL, Market.memberPath(member) + "/payee-accounts").refused(404, "not-found");
        engine.get("bank", "/api/v1/payouts/" + payout).expect(200);
    }

    private Answer tellOn(String payout, String step, Map<String, String> what, int daysAfter) {
        var body = new HashMap<String, Object>(what);
        body.put("valueDate", Market.today().plusDays(daysAfter).toString());
        return cashier.tell(payout, step).body(body).send();
    }

    private String ending(String payout) {
        return cashier.read(payout).json().get("payee").get("accountNumberEnding").asString();
    }

    private List<JsonNode> payees(String member) {
        return engine.get(Market.OPERATOR, Market.memberPath(member) + "/payee-accounts?atLeast=" + engine.head()).expect(200)
                .items();
    }

    private List<JsonNode> bankLists(String query, String position) {
        return engine
                .get("bank", "/api/v1/bank/payouts" + (query.isEmpty() ? "?" : query + "&") + "limit=500&atLeast=" + position)
                .expect(200).items();
    }
}
