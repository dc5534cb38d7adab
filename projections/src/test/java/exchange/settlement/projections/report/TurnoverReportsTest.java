package exchange.settlement.projections.report;

import static exchange.settlement.domain.Money.cny;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exchange.settlement.domain.Money;
import exchange.settlement.domain.listing.Sector;
import exchange.settlement.projections.AsOf;
import exchange.settlement.projections.Market;
import exchange.settlement.projections.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TurnoverReportsTest {

    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    private static final LocalDate TO = LocalDate.of(2026, 12, 31);

    private final Market market = new Market();
    private final TestDatabase database = TestDatabase.empty();
    private final TurnoverReports reports = new TurnoverReports(database.db);

    @ParameterizedTest
    @EnumSource(value = Basis.class, names = {"SIGNED", "FUNDED", "DELIVERED", "ACCEPTED", "SETTLED", "TURNOVER"})
    void the_trade_of_the_api_page_counts_on_every_basis_it_reached(Basis basis) {
        market.trade();
        database.feed(market.log, 3);

        var report = report(basis, Dimension.SECTOR, Dimension.PRODUCT_TYPE);

        var figures = figures(1, 106_000, 100_000, 6_000, 2_650);
        var keys = basis == Basis.TURNOVER
                ? Map.of("sector", "FINANCE", "productType", "API", "channel", "ON_EXCHANGE")
                : Map.of("sector", "FINANCE", "productType", "API");
        assertThat(report.rows()).containsExactly(new TurnoverReport.Row(keys, figures));
        assertThat(report.total()).isEqualTo(figures);
        assertThat(report.position()).isEqualTo(Long.toString(market.head()));
    }

    @Test
    void an_award_is_settled_and_refunded_in_parts_that_sum_to_the_whole() {
        market.receipt(market.buyer, 200_000, LocalDate.of(2026, 11, 23));
        market.awarded(market.listing(99_999, Sector.FINANCE), 33_333, 66_666);
        database.feed(market.log, 3);

        var signed = report(Basis.SIGNED).total();
        var settled = report(Basis.SETTLED).total();
        var refunded = report(Basis.REFUNDED).total();

        assertThat(settled.gross()).isEqualTo(cny(33_333));
        assertThat(refunded.gross()).isEqualTo(cny(66_666));
        assertThat(settled.net().plus(refunded.net())).isEqualTo(signed.net());
        assertThat(settled.vat().plus(refunded.vat())).isEqualTo(signed.vat());
        assertThat(refunded.fee()).isEqualTo(cny(0));
        assertThat(refunded.trades()).isEqualTo("1");
    }

    @Test
    void what_was_refunded_from_escrow_was_never_turnover_and_is_not_taken_off_it() {
        market.trade();
        market.receipt(market.buyer, 200_000, LocalDate.of(2026, 11, 23));
        market.refunded(market.listing(50_000, Sector.COMMERCE));
        database.feed(market.log);

        assertThat(report(Basis.TURNOVER).total()).isEqualTo(figures(1, 106_000, 100_000, 6_000, 2_650));
        assertThat(report(Basis.REFUNDED).total().gross()).isEqualTo(cny(50_000));
        assertThat(report(Basis.SIGNED).total().trades()).isEqualTo("2");
    }

    @Test
    void a_refund_after_settlement_is_taken_off_turnover() {
        market.trade();
        database.feed(market.log);
        database.db.update("""
                insert into turnover_fact
                select position + 1, 'REFUNDED', true, trade, currency, 10600, 10000, 600, 0, effective_at, business_date,
                       recorded_at, base, channel, product_type, sector, origin, territory, scenario, buyer_roles,
                       provider_roles, client, listing
                  from turnover_fact where basis = 'SETTLED'
                """);
        database.db.update("update projection set position = position + 1 where name = 'turnover'");

        assertThat(report(Basis.TURNOVER).total()).isEqualTo(figures(1, 95_400, 90_000, 5_400, 2_650));
        assertThat(report(Basis.SETTLED).total().gross()).isEqualTo(cny(106_000));
        assertThat(report(Basis.REFUNDED).total().gross()).isEqualTo(cny(10_600));
    }

    @Test
    void the_same_position_gives_the_same_digest_whatever_happens_later() {
        market.trade();
        database.feed(market.log);
        var request = TurnoverRequest.of(FROM, TO, Basis.SETTLED, Dimension.SECTOR);
        var first = reports.report(request);

        market.receipt(market.buyer, 200_000, LocalDate.of(2026, 11, 23));
        market.settled(market.listing(1_000, Sector.FINANCE));
        database.feed(market.log);
        var later = reports.report(request);
        var pinned = reports.report(request.asOf(AsOf.position(Long.parseLong(first.position()))));

        assertThat(pinned).isEqualTo(first);
        assertThat(later.digest()).isNotEqualTo(first.digest()).matches("sha256:[0-9a-f]{64}");
        assertThat(later.total().trades()).isEqualTo("2");
    }

    @Test
    void the_digest_is_over_canonical_json_that_anybody_can_write() throws Exception {
        database.feed(market.log);
        var json = "{\"basis\":\"SETTLED\",\"currency\":\"CNY\",\"definition\":\"turnover/1\",\"perimeter\":{\"base\":\"ALL\"},"
                + "\"period\":{\"from\":\"2026-01-01\",\"to\":\"2026-12-31\",\"zone\":\"Asia/Shanghai\"},\"position\":\""
                + market.head() + "\",\"rows\":[],\"total\":" + nothing() + "}";
        var sha256 = MessageDigest.getInstance("SHA-256")
                .digest(json.getBytes(StandardCharsets.UTF_8));

        assertThat(report(Basis.SETTLED, Dimension.SECTOR).digest())
                .isEqualTo("sha256:" + HexFormat.of().formatHex(sha256));
    }

    @Test
    void a_day_begins_at_midnight_in_shanghai() {
        market.receipt(market.buyer, 200_000, LocalDate.of(2026, 11, 23));
        var listing = market.listing(1_000, Sector.FINANCE);
        market.at("2026-12-31T15:59:59.999999900Z").settled(listing);
        market.at("2026-12-31T16:00:00Z").settled(listing);
        database.feed(market.log);

        assertThat(report(Basis.SETTLED).total().trades()).isEqualTo("1");
        var next = TurnoverRequest.of(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 1), Basis.SETTLED);
        assertThat(reports.report(next).total().trades()).isEqualTo("1");
    }

    @Test
    void a_position_that_the_view_has_not_reached_is_refused() {
        database.feed(market.log);
        var request = TurnoverRequest.of(FROM, TO, Basis.SETTLED).asOf(AsOf.position(market.head() + 1));

        assertThatThrownBy(() -> reports.report(request)).isInstanceOfSatisfying(NotYetKnown.class, refusal -> {
            assertThat(refusal.asked()).isEqualTo(market.head() + 1);
            assertThat(refusal.reached()).isEqualTo(market.head());
        });
    }

    @Test
    void what_was_known_at_an_instant_is_reported_as_it_was_then() {
        market.at("2026-11-23T02:00:00Z").trade();
        market.receipt(market.buyer, 200_000, LocalDate.of(2026, 11, 23));
        var listing = market.listing(1_000, Sector.FINANCE);
        market.at("2026-11-24T02:00:00Z").settled(listing);
        database.feed(market.log);
        var request = TurnoverRequest.of(FROM, TO, Basis.SETTLED);
        var between = Instant.parse("2026-11-24T01:59:59Z");

        assertThat(reports.report(request.asOf(AsOf.known(between))).total().trades()).isEqualTo("1");
        assertThat(reports.report(request.asOf(AsOf.effective(between))).total().trades()).isEqualTo("1");
        assertThat(reports.report(request).total().trades()).isEqualTo("2");
    }

    @Test
    void a_report_covers_one_currency_and_names_the_others() {
        market.trade();
        database.feed(market.log);
        var dollars = new TurnoverRequest(FROM, TO, Basis.SETTLED, List.of(), null, Currency.getInstance("USD"), AsOf.NOW);

        assertThat(reports.report(dollars).otherCurrencies()).containsExactly("CNY");
        assertThat(reports.report(dollars).total().trades()).isEqualTo("0");
        assertThat(report(Basis.SETTLED).otherCurrencies()).isEmpty();
    }

    @Test
    void rows_come_in_the_order_of_their_keys_and_a_base_narrows_them() {
        market.receipt(market.buyer, 200_000, LocalDate.of(2026, 11, 23));
        for (var sector : List.of(Sector.SMART_CITY, Sector.AI_COMPUTE, Sector.FINANCE)) {
            market.settled(market.listing(1_000, sector));
        }
        database.feed(market.log);
        var elsewhere = new TurnoverRequest(FROM, TO, Basis.SETTLED, List.of(Dimension.SECTOR), "GZ",
                Money.CNY, AsOf.NOW);

        assertThat(report(Basis.SETTLED, Dimension.SECTOR).rows()).extracting(row -> row.keys().get("sector"))
                .containsExactly("AI_COMPUTE", "FINANCE", "SMART_CITY");
        assertThat(reports.report(elsewhere).rows()).isEmpty();
        assertThat(reports.report(elsewhere).perimeter()).containsEntry("base", "GZ");
    }

    @Test
    void a_period_does_not_end_before_it_begins() {
        assertThatThrownBy(() -> TurnoverRequest.of(TO, FROM, Basis.SETTLED)).isInstanceOf(IllegalArgumentException.class);
    }

    private TurnoverReport report(Basis basis, Dimension... groupBy) {
        return reports.report(TurnoverRequest.of(FROM, TO, basis, groupBy));
    }

    private static String nothing() {
        var zero = "{\"amount\":\"0\",\"currency\":\"CNY\"}";
        return "{\"fee\":" + zero + ",\"gross\":" + zero + ",\"net\":" + zero + ",\"trades\":\"0\",\"vat\":" + zero + "}";
    }

    private static TurnoverReport.Figures figures(long trades, long gross, long net, long vat, long fee) {
        return new TurnoverReport.Figures(Long.toString(trades), cny(gross), cny(net), cny(vat), cny(fee));
    }
}
