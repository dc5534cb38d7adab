package exchange.settlement.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Trades that were made elsewhere: filed by two people, counted once on a line of their own, and never a posting. */
@ExtendWith(SharedEngine.class)
class TradeFilingTest {

    private static final String FILINGS = "/api/v1/trade-filings";

    private final Market market;
    private final TwoPeople people;

    TradeFilingTest(Market market) {
        this.market = market;
        people = new TwoPeople(market);
    }

    @Test
    void a_filed_trade_counts_once_and_posts_nothing() {
        var provider = market.member("PROVIDER");
        var buyer = market.member("DEMANDER");
        var before = turnover("FILED");
        var settledBefore = turnover("SETTLED");
        var contract = contract(provider, buyer, "HT-1");
        var executed = people.agree(market.engine().command(Market.OPERATOR, FILINGS).body(contract));

        var listed = market.engine().get("support", FILINGS + "?provider=" + provider + "&atLeast=" + executed.position())
                .expect(200).items();
        assertThat(listed).singleElement().satisfies(filed -> {
            assertThat(filed.get("status").asString()).isEqualTo("FILED");
            assertThat(Answer.fen(filed.get("amount"))).isEqualTo(10_600_000);
            assertThat(Answer.fen(filed.get("net"))).isEqualTo(10_000_000);
            assertThat(Answer.fen(filed.get("vat"))).isEqualTo(600_000);
        });
        var id = listed.getFirst().get("id").asString();
        assertThat(market.engine().get("regulator", FILINGS + "/" + id).expect(200).text("contractNumber")).isEqualTo("HT-1");

        assertThat(gross(turnover("FILED")) - gross(before)).isEqualTo(10_600_000);
        assertThat(gross(turnover("SETTLED"))).isEqualTo(gross(settledBefore));
        assertThat(market.engine().get(Market.OPERATOR, "/api/v1/members/" + provider + "/balances").expect(200).items())
                .isEmpty();
    }

    @Test
    void the_headline_shows_filed_trades_on_their_own_line() {
        var provider = market.member("PROVIDER");
        people.agree(market.engine().command(Market.OPERATOR, FILINGS)
                .body(contract(provider, market.member("DEMANDER"), "HT-1")));
        market.accept(market.delivered(market.stall(106_000, 106_000)));
        var report = turnover("TURNOVER");
        assertThat(report.get("rows").values()).extracting(row -> row.get("channel").asString())
                .containsExactlyInAnyOrder("FILED", "ON_EXCHANGE");
        assertThat(gross(report)).isEqualTo(gross(turnover("SETTLED")) + gross(turnover("FILED")));
    }

    @Test
    void a_contract_is_filed_once() {
        var provider = market.member("PROVIDER");
        var buyer = market.member("DEMANDER");
        var contract = contract(provider, buyer, "HT-1");
        var first = market.engine().command(Market.OPERATOR, FILINGS).body(contract).send().expect(201);
        var second = market.engine().command(Market.OPERATOR, FILINGS).body(contract).send().expect(201);
        assertThat(people.approval(first).waiting().send().expect(200).state()).isEqualTo("EXECUTED");
        people.approval(second).waiting().send().refused(409, "proposal.lapsed");
        market.engine().command(Market.OPERATOR, FILINGS).body(contract).send().refused(409, "filing.contract-used");
        for (var spelt : List.of("ht-1", "ＨＴ－1", "HT – 1", "HT\u00a0-1")) {
            refused(contract(provider, buyer, spelt), 409, "filing.contract-used");
        }
        // Another number, or the same number between others, is another contract.
        people.agree(market.engine().command(Market.OPERATOR, FILINGS).body(contract(provider, buyer, "HT-2")));
        people.agree(market.engine().command(Market.OPERATOR, FILINGS)
                .body(contract(provider, market.member("DEMANDER"), "HT-1")));
    }

    @Test
    void what_makes_no_sense_is_refused() {
        var provider = market.member("PROVIDER");
        var buyer = market.member("DEMANDER");
        var contract = contract(provider, buyer, "HT-1");
        refused(with(contract, "buyerId", provider), 422, "filing.same-party");
        refused(with(contract, "signedOn", Market.today().plusDays(1).toString()), 422, "filing.not-yet-signed");
        refused(with(contract, "signedOn", "2001-01-01"), 422, "policy.none-in-force");
        refused(with(contract, "evidence", List.of()), 400, "request.invalid");
        refused(with(contract, "amount", Market.cny(0)), 400, "request.invalid");
        refused(with(contract, "buyerId", market.applicant("DEMANDER")), 409, "member.not-admitted");
        refused(with(contract, "providerId", buyer, "buyerId", provider), 409, "member.role-missing");
        market.engine().command(Market.MARKETPLACE, FILINGS).body(contract).send().refused(403, "auth.forbidden");
    }

    private void refused(Map<String, ?> contract, int status, String code) {
        market.engine().command(Market.OPERATOR, FILINGS).body(contract).send().refused(status, code);
    }

    private JsonNode turnover(String basis) {
        var today = Market.today();
        return market.engine().get("regulator", "/api/v1/reports/turnover?from=" + today + "&to=" + today + "&basis=" + basis
                + "&atLeast=" + market.engine().head()).expect(200).json();
    }

    private static long gross(JsonNode report) {
        return Answer.fen(report.get("total").get("gross"));
    }

    private static Map<String, Object> contract(String provider, String buyer, String number) {
        return Map.ofEntries(Map.entry("providerId", provider), Map.entry("buyerId", buyer), Map.entry("contractNumber", number),
                Map.entry("signedOn", Market.today().minusDays(3).toString()), Map.entry("amount", Market.cny(10_600_000)),
                Map.entry("productType", "DATA_SET"), Map.entry("sector", "MANUFACTURING"), Map.entry("origin", "ENTERPRISE"),
                Map.entry("scenario", "供应链"), Map.entry("reason", "线下合同备案"),
                Map.entry("evidence", List.of(Map.of("uri", "https://files.example/ht-1.pdf", "sha256", "a".repeat(64)))));
    }

    private static Map<String, Object> with(Map<String, Object> contract, Object... changes) {
        var changed = new LinkedHashMap<>(contract);
        for (int i = 0; i < changes.length; i += 2) {
            changed.put((String) changes[i], changes[i + 1]);
        }
        return changed;
    }
}
