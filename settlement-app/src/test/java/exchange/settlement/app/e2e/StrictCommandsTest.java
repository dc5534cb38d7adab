package exchange.settlement.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;

/** Commands that are not quite right, and what they must not do. */
@ExtendWith(SharedEngine.class)
class StrictCommandsTest {

    private final Market market;

    StrictCommandsTest(Market market) {
        this.market = market;
    }

    @Test
    void a_malformed_body_under_a_used_key_is_another_body() {
        var order = market.placed(market.stall(106_000, 0));
        var key = Market.key();
        market.step(order, "confirm").key(key).send().expect(200);
        for (var body : List.of("{", "[]", "{\"unknown\":1}", "{\"unknown\":1e999999999}", "{\"a\":1,\"a\":1}")) {
            market.step(order, "confirm").key(key).rawBody(body).send().refused(422, "idempotency.key-reused");
            market.step(order, "cancel").key(key).rawBody(body).send().refused(422, "idempotency.key-reused");
            market.step(order, "confirm").rawBody(body).send().refused(400, "request.invalid");
        }
        assertThat(market.step(order, "confirm").key(key).send().expect(200).replayed()).isTrue();
    }

    @Test
    void if_match_takes_a_star_or_any_of_several_versions() {
        var order = market.placed(market.stall(106_000, 0));
        for (var stale : List.of("\"9\"", "W/\"1\"", "\"9\", W/\"1\"", "\"x\"")) {
            market.step(order, "confirm").header("If-Match", stale).send().refused(412, "request.precondition-failed");
        }
        market.step(order, "confirm").header("If-Match", "\"9\", \"1\"").send().expect(200);
        market.step(order, "cancel").header("If-Match", "*").send().expect(200);
        market.step(order, "cancel").header("If-Match", "\"1\"").send().refused(412, "request.precondition-failed");
    }

    @Test
    void if_match_of_what_does_not_exist_tells_nothing_else() {
        var nowhere = UUID.randomUUID().toString();
        var own = market.placed(market.stall(106_000, 0));
        for (var tag : List.of("*", "\"1\"", "W/\"1\"")) {
            market.step(nowhere, "confirm").header("If-Match", tag).send().refused(404, "not-found");
            market.engine().command(SharedEngine.RIVAL, Market.orderPath(own) + "/confirm").header("If-Match", tag).send()
                    .refused(404, "not-found");
        }
        market.engine().command(Market.OPERATOR, "/api/v1/members").body(market.application("DEMANDER")).header("If-Match", "*")
                .send().refused(412, "request.precondition-failed");
    }

    @Test
    void names_that_cannot_be_seen_or_mislead_are_refused() {
        var stall = market.stall(106_000, 0);
        for (var name : List.of("\u200b", "\ufeff", "\u00ad\u00ad", "\u202e", "\u2066\u2069", "a\u202eb", "a\u0000b", "\u00a0",
                "\u3164", "x".repeat(201))) {
            refused(with(market.application("DEMANDER"), "legalName", name), "operator", "members");
            refused(with(market.offer(stall.provider(), 1), "name", name), "marketplace", "listings");
            refused(with(market.purchase(stall.listing(), stall.buyer()), "reference", name), "marketplace", "orders");
            refused(Map.of("certificateCode", name, "scenario", "a"), "operator", "listings/" + stall.listing() + "/register");
            refused(Map.of("reason", name.repeat(3)), "operator", "members/" + stall.buyer() + "/suspend");
        }
        refused(with(market.purchase(stall.listing(), stall.buyer()), "reference", "x".repeat(129)), "marketplace", "orders");
        refused(with(market.application("DEMANDER"), "registrationNumber", "000000000000000000"), "operator", "members");
    }

    @Test
    void a_staff_action_wants_a_reason() {
        var stall = market.stall(106_000, 106_000);
        var order = market.delivered(stall);
        var member = "members/" + stall.buyer();
        var money = Market.cny(106_000);
        var mandate = Map.of("client", "shop", "scopes", List.of("BUY"));
        for (var reason : List.of("", "  ", "x".repeat(501))) {
            for (var step : List.of("suspend", "reinstate", "exit")) {
                refused(Map.of("reason", reason), "operator", member + "/" + step);
            }
            refused(with(mandate, "reason", reason), "operator", member + "/mandates");
            refused(Map.of("client", "shop", "reason", reason), "operator", member + "/mandates/revoke");
            refused(Map.of("reason", reason), "operator", "listings/" + stall.listing() + "/suspend");
            refused(Map.of("reason", reason), "marketplace", "orders/" + order + "/dispute");
            refused(Map.of("reason", reason), "marketplace", "orders/" + order + "/refund");
            refused(Map.of("toProvider", money, "toBuyer", Market.cny(0), "reason", reason), "operator",
                    "orders/" + order + "/award");
        }
        refused(Map.of(), "operator", member + "/suspend");
        refused(mandate, "operator", member + "/mandates");
        refused(Map.of(), "marketplace", "orders/" + order + "/dispute");
        market.step(order, "dispute").body(Map.of("reason", "因".repeat(500))).send().expect(200);
        refused(Map.of("toProvider", money, "toBuyer", Market.cny(0)), "operator", "orders/" + order + "/award");
    }

    @Test
    void a_dry_run_of_a_new_resource_names_no_place() {
        var stall = market.stall(106_000, 0);
        var tried = market.engine().command(Market.MARKETPLACE, "/api/v1/orders?dryRun=true")
                .body(market.purchase(stall.listing(), stall.buyer())).send().expect(200);
        assertThat(tried.header("Location")).isEmpty();
        assertThat(tried.header("ETag")).isEmpty();
        assertThat(tried.json().has("version") || tried.json().has("position")).isFalse();
    }

    @Test
    void a_command_on_what_does_not_exist_makes_no_noise() {
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var heard = new ListAppender<ILoggingEvent>();
        heard.start();
        root.addAppender(heard);
        try {
            market.step(UUID.randomUUID().toString(), "confirm").send().refused(404, "not-found");
            market.step("x%0d%0aFORGED", "confirm").send().refused(400, "request.invalid");
            market.step("x%E2%80%A8FORGED", "confirm").send().refused(400, "request.invalid");
            market.memberStep(UUID.randomUUID().toString(), "admit").send().refused(404, "not-found");
        } finally {
            root.detachAppender(heard);
        }
        var events = List.copyOf(heard.list);
        assertThat(events).noneMatch(event -> event.getLevel().isGreaterOrEqual(Level.WARN));
        assertThat(events).noneMatch(event -> event.getFormattedMessage().contains("FORGED"));
    }

    private void refused(Map<String, ?> body, String client, String path) {
        market.engine().command(client, "/api/v1/" + path).body(body).send().refused(400, "request.invalid");
    }

    private static Map<String, Object> with(Map<String, ?> body, String name, Object value) {
        var changed = new LinkedHashMap<String, Object>(body);
        changed.put(name, value);
        return changed;
    }
}
