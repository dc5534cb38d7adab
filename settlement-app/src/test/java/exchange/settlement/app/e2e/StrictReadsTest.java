package exchange.settlement.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Reads that are not quite right are told so; none passes for another question. */
@ExtendWith(SharedEngine.class)
class StrictReadsTest {

    private static final String TURNOVER = "reports/turnover?from=2026-01-01&to=2026-12-31&basis=SETTLED";

    private final Market market;

    StrictReadsTest(Market market) {
        this.market = market;
    }

    @Test
    void malformed_parameters_of_lists_are_refused() {
        for (var list : List.of("orders", "members", "listings", "bank/receipts", "journal")) {
            for (var bad : List.of("limit=-1", "limit=0", "limit=501", "limit=abc", "limit=", "limit=1e2", "cursor=",
                    "cursor=abc",
                    "cursor=AgAAAAAAAAADAAAAAA", "atLeast=-1", "atLeast=x", "atLeast=999999999999999",
                    "atLeast=9223372036854775808",
                    "Limit=5", "sort=x", "limit=1&limit=1", "status=%00", "%00")) {
                refused(list + "?" + bad);
            }
        }
    }

    @Test
    void malformed_bounds_in_time_are_refused() {
        var stall = market.stall(106_000, 1);
        var future = Instant.now().plusSeconds(3600).toString();
        for (var read : List.of("journal?", "members/" + stall.buyer() + "/balances?", "members/" + stall.buyer() + "/statement?",
                TURNOVER + "&")) {
            for (var bad : List.of("x", "", "-1", "01", "1.0", "2026-11-23", "2026-02-30T00:00:00Z", future, "999999999999999999",
                    "9999999999999999999", "2026-11-23T08:00:00%2B08:00", "2026-11-23T08:00:00+08:00", "0000-01-01T00:00:00Z",
                    "-999999999-01-01T00:00:00Z", "%2B999999999-12-31T23:59:59Z", "9999-12-31T23:59:59.999999999Z")) {
                refused(read + "knownAt=" + bad);
            }
            for (var bad : List.of("x", "", "-1", "7", "2026-02-30", "2026-13-01", "0000-01-01", "2026-11-23T08:00:00%2B08:00",
                    "2026-11-23T08:00:00", "2026-02-30T00:00:00Z", "%2B999999999-12-31T23:59:59.999999999Z", "99999-01-01")) {
                refused(read + "effectiveAt=" + bad);
            }
            for (var good : List.of("effectiveAt=9999-12-31", "effectiveAt=9999-12-31T23:59:59.999999999Z",
                    "effectiveAt=1900-01-01",
                    "knownAt=1900-01-01T00:00:00Z", "knownAt=0")) {
                read(read + good).expect(200);
            }
        }
    }

    @Test
    void malformed_reports_are_refused() {
        for (var bad : List.of("from=2026-12-31&to=2026-01-01&basis=SETTLED", "from=2026-02-30&to=2026-12-31&basis=SETTLED",
                "from=2026-01-01&to=2026-12-31", "from=2026-01-01&to=2026-12-31&basis=settled", "to=2026-12-31&basis=SETTLED",
                "from=2026-01-01&to=2026-12-31&basis=SETTLED&form=1")) {
            refused("reports/turnover?" + bad);
        }
        for (var bad : List.of("groupBy=", "groupBy=sector,sector", "groupBy=sector,", "groupBy=Sector",
                "groupBy=sector&groupBy=origin", "currency=", "currency=cny", "currency=ABC", "currency=X" + "XX", "currency=XAU",
                "currency=XTS", "base=", "base=%E2%80%AE", "limit=5", "cursor=x")) {
            refused(TURNOVER + "&" + bad);
        }
        read(TURNOVER + "&currency=JPY&groupBy=sector").expect(200);
        refused("members/" + market.member("DEMANDER") + "/statement?currency=XDR");
    }

    @Test
    void single_reads_take_no_parameters_of_lists() {
        var stall = market.stall(106_000, 0);
        var order = Market.orderPath(market.placed(stall)).substring("/api/v1/".length());
        for (var single : List.of(order, order + "/settlement", "members/" + stall.buyer(), "listings/" + stall.listing(),
                "members/" + stall.buyer() + "/balances", "operations/invariants")) {
            for (var bad : List.of("limit=5", "cursor=x", "status=PLACED", "atLeast=999999999999999", "atLeast=-1")) {
                refused(single + "?" + bad);
            }
            read(single + "?atLeast=1").expect(200);
        }
    }

    @Test
    void short_lists_are_cut_into_pages_too() {
        var stall = market.stall(106_000, 106_000);
        var order = market.funded(stall);
        var path = "orders/" + order + "/history?atLeast=" + market.engine().head();
        var all = read(path).expect(200).items();
        var first = read(path + "&limit=3").expect(200);
        var rest = read(path + "&limit=500&cursor=" + first.text("nextCursor")).expect(200);
        assertThat(first.items()).isEqualTo(all.subList(0, 3));
        assertThat(rest.items()).isEqualTo(all.subList(3, all.size()));
        assertThat(rest.json().has("nextCursor")).isFalse();
        refused("orders/" + market.placed(stall) + "/history?cursor=" + first.text("nextCursor"));
        assertThat(read("members/" + stall.buyer() + "/mandates?limit=1").expect(200).items()).hasSize(1);
    }

    @Test
    void a_cursor_goes_on_with_its_own_list_only() {
        market.stall(106_000, 1);
        var cursor = read("members?status=ADMITTED&limit=1").expect(200).text("nextCursor");
        read("members?limit=2&status=ADMITTED&cursor=" + cursor).expect(200);
        for (var other : List.of("members?", "members?status=APPLIED&", "members?status=ADMITTED&role=PROVIDER&",
                "listings?status=LIVE&", "journal?", "orders?")) {
            refused(other + "cursor=" + cursor);
        }
    }

    private Answer read(String path) {
        return market.engine().get(Market.OPERATOR, "/api/v1/" + path);
    }

    private void refused(String path) {
        var answer = read(path).refused(400, "request.invalid");
        assertThat(answer.body()).as(path).contains("query:").doesNotContain("Exception", "java.");
    }
}
