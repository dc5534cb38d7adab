package exchange.settlement.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import exchange.settlement.app.e2e.Market.Stall;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Turnover on every basis, by every dimension. Each test has a scenario of its own, to find its trades among all others. */
@ExtendWith(SharedEngine.class)
class TurnoverTest {

    private final Market market;
    private final String scenario = "S" + Market.key();

    TurnoverTest(Market market) {
        this.market = market;
    }

    @Test
    void each_basis_counts_a_trade_once_it_has_got_there() {
        tradeOfEachKind();
        assertRow("SIGNED", 3, 318_000, 300_000, 18_000, 7_950);
        assertRow("FUNDED", 2, 212_000, 200_000, 12_000, 5_300);
        assertRow("DELIVERED", 2, 212_000, 200_000, 12_000, 5_300);
        assertRow("ACCEPTED", 1, 106_000, 100_000, 6_000, 2_650);
        assertRow("SETTLED", 2, 146_001, 137_737, 8_264, 3_650);
        assertRow("REFUNDED", 1, 65_999, 62_263, 3_736, 0);
        assertThat(row("FILED")).isEmpty();
        assertRow("TURNOVER", 2, 146_001, 137_737, 8_264, 3_650);
    }

    @ParameterizedTest
    @CsvSource({"base,GZDEX-DG", "channel,ON_EXCHANGE", "productType,API", "sector,FINANCE", "origin,ENTERPRISE",
            "territory,DOMESTIC", "buyerRoles,DEMANDER", "providerRoles,PROVIDER"})
    void trades_are_grouped_by_what_they_were(String dimension, String expected) {
        market.accept(market.delivered(stall()));
        var report = report("SETTLED", "&groupBy=scenario," + dimension);
        assertThat(rows(report)).singleElement().satisfies(row -> {
            assertThat(row.get(dimension).asString()).isEqualTo(expected);
            assertThat(row.get("trades").asString()).isEqualTo("1");
        });
        assertThat(Answer.fen(report.json().get("total").get("gross"))).isEqualTo(
                report.json().get("rows").values().stream().mapToLong(row -> Answer.fen(row.get("gross"))).sum());
    }

    @ParameterizedTest
    @ValueSource(strings = {"SETTLED", "SIGNED", "TURNOVER"})
    void a_report_pinned_to_a_position_never_changes(String basis) {
        market.accept(market.delivered(stall()));
        var first = report(basis, "&groupBy=sector,productType");
        var pin = "&groupBy=sector,productType&knownAt=" + first.position();
        market.accept(market.delivered(stall()));
        var later = report(basis, pin);
        assertThat(later.body()).isEqualTo(first.body());
        assertThat(first.text("digest")).matches("sha256:[0-9a-f]{64}");
        assertThat(report(basis, pin).text("digest")).isEqualTo(first.text("digest"));
        assertThat(report(basis, "&groupBy=sector,productType").text("digest")).isNotEqualTo(first.text("digest"));
    }

    @Test
    void as_csv_it_is_the_same_report() {
        market.accept(market.delivered(stall()));
        var json = report("SETTLED", "&groupBy=scenario");
        var csv = market.engine().get("regulator", path("SETTLED") + "&groupBy=scenario&knownAt=" + json.position(), "text/csv")
                .expect(200);
        assertThat(csv.header("Content-Type")).hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
        assertThat(csv.body().lines()).contains("digest," + json.text("digest"), "position," + json.position(),
                "scenario,trades,gross,net,vat,fee", scenario + ",1,1060.00,1000.00,60.00,26.50");
        assertThat(csv.body().lines().toList().getLast()).startsWith("TOTAL,");
    }

    @Test
    void a_period_without_trades_and_a_base_without_trades_are_empty() {
        market.accept(market.delivered(stall()));
        var tomorrow = Market.today().plusDays(1);
        var empty = market.engine().get("regulator", "/api/v1/reports/turnover?basis=SETTLED&from=%s&to=%s&groupBy=sector"
                .formatted(tomorrow, tomorrow)).expect(200);
        assertThat(empty.json().get("rows").values()).isEmpty();
        assertThat(empty.json().get("total").get("trades").asString()).isEqualTo("0");
        assertThat(rows(report("SETTLED", "&groupBy=scenario&base=ELSEWHERE"))).isEmpty();
        assertThat(rows(report("SETTLED", "&groupBy=scenario&base=GZDEX-DG"))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"basis=NOPE&from=2026-01-01&to=2026-12-31", "basis=SETTLED&from=2026-02-30&to=2026-12-31",
            "basis=SETTLED&from=2026-01-01", "from=2026-01-01&to=2026-12-31", "basis=SETTLED&from=2026-12-31&to=2026-01-01",
            "basis=SETTLED&from=2026-01-01&to=2026-12-31&groupBy=colour",
            "basis=SETTLED&from=2026-01-01&to=2026-12-31&groupBy=sector,sector",
            "basis=SETTLED&from=2026-01-01&to=2026-12-31&currency=XQQ",
            "basis=SETTLED&from=2026-01-01&to=2026-12-31&knownAt=yesterday",
            "basis=SETTLED&from=2026-01-01&to=2026-12-31&colour=red"})
    void what_it_does_not_know_it_refuses(String query) {
        var refused = market.engine().get("regulator", "/api/v1/reports/turnover?" + query).refused(400, "request.invalid");
        assertThat(refused.json().get("errors")).isNotEmpty();
    }

    @Test
    void only_regulators_and_operators_see_reports() {
        market.engine().get(Market.OPERATOR, path("SETTLED")).expect(200);
        for (var client : List.of(Market.MARKETPLACE, "bank", "support", "approver")) {
            market.engine().get(client, path("SETTLED")).refused(403, "auth.forbidden");
        }
    }

    /** One settled, one divided by an award, one confirmed only, one placed only. */
    private void tradeOfEachKind() {
        market.accept(market.delivered(stall()));
        var disputed = market.delivered(stall());
        market.step(disputed, "dispute").body(Map.of("reason", "数据不符")).send().expect(200);
        new TwoPeople(market).awarded(disputed, 40_001, 65_999);
        market.confirm(market.placed(stall()));
        market.placed(stall());
    }

    private Stall stall() {
        var provider = market.member("PROVIDER");
        var buyer = market.member("DEMANDER");
        market.receipt(buyer, 106_000);
        var listing = market.draft(provider, 106_000);
        market.register(listing, scenario);
        market.opinion(listing, "2099-12-31");
        market.listingStep(listing, "publish").send().expect(200);
        return new Stall(provider, buyer, listing);
    }

    private String path(String basis) {
        return "/api/v1/reports/turnover?basis=%s&from=%s&to=%s".formatted(basis, Market.today().minusDays(1),
                Market.today());
    }

    private Answer report(String basis, String more) {
        var wait = more.contains("knownAt") ? "" : "&atLeast=" + market.engine().head();
        var report = market.engine().get("regulator", path(basis) + more + wait).expect(200);
        assertThat(report.text("basis")).isEqualTo(basis);
        return report;
    }

    private List<JsonNode> rows(Answer report) {
        return report.json().get("rows").values().stream().filter(row -> row.get("scenario").asString().equals(scenario))
                .toList();
    }

    private Optional<JsonNode> row(String basis) {
        return rows(report(basis, "&groupBy=" + URLEncoder.encode("scenario", StandardCharsets.UTF_8))).stream().findFirst();
    }

    private void assertRow(String basis, int trades, long gross, long net, long vat, long fee) {
        var row = row(basis).orElseThrow(() -> new AssertionError("no row on " + basis));
        assertThat(List.of(row.get("trades").asLong(), Answer.fen(row.get("gross")), Answer.fen(row.get("net")),
                Answer.fen(row.get("vat")), Answer.fen(row.get("fee")))).as(basis)
                .containsExactly((long) trades, gross, net, vat, fee);
    }
}
