package exchange.settlement.app.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import exchange.settlement.app.openapi.DescribedClient.Answer;
import exchange.settlement.domain.Rejection;
import exchange.settlement.domain.ShanghaiTime;
import exchange.settlement.domain.account.AccountCommand.ReserveFunds;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.axonframework.commandhandling.CommandBus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whole trades over HTTP: each accepted request and each answer is as the document says, and each operation is used. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OpenApiExchangeTest {

    private static final Map<String, String> PLAIN = Map.of();
    private static final Map<String, String> WAITING = Map.of("Prefer", "wait=20");
    private static final String MONEY = "{\"amount\":\"%s\",\"currency\":\"CNY\"}";
    private static final String BECAUSE = "{\"reason\":\"准入\"}";

    @TempDir
    static Path data;
    private static StartedEngine engine;
    private static DescribedClient client;
    private static String provider = "";
    private static String buyer = "";
    private static String assessor = "";
    private static String listing = "";
    private static int registrations;

    @BeforeAll
    static void openTheMarket() throws Exception {
        engine = new StartedEngine(data);
        client = new DescribedClient(engine);
        provider = admitted("PROVIDER");
        buyer = admitted("DEMANDER");
        assessor = admitted("THIRD_PARTY_SERVICE");
        var body = """
                {"bankReference":"%s","memberId":"%s","amount":%s,"valueDate":"%s"}"""
                .formatted(UUID.randomUUID(), buyer, MONEY.formatted("1000000"), ShanghaiTime.dateOf(Instant.now()));
        var receipt = client.post("bank", "/api/v1/bank/receipts", body, 201, PLAIN);
        client.get("bank", receipt.header("location"), 200);
        client.get("bank", "/api/v1/bank/receipts?member=" + buyer + "&atLeast=" + receipt.text("/position"), 200);
        listing = draft();
        register(listing);
        step("operator", "listings/" + listing + "/publish", "{}", "LIVE");
    }

    @AfterAll
    static void stop() {
        client.close();
        engine.close();
    }

    @Test
    @Order(1)
    void a_trade_and_every_view_of_it_are_as_described() throws Exception {
        var placed = client.post("marketplace", "/api/v1/orders", order(listing, 1), 201, PLAIN);
        var order = placed.text("/id");
        assertThat(placed.headers()).containsEntry("location", "/api/v1/orders/" + order);
        var path = "orders/" + order;
        var tried = client.post("marketplace", "/api/v1/" + path + "/confirm?dryRun=true", null, 200, PLAIN);
        assertThat(tried.body().has("position")).as("a dry run has no event").isFalse();
        step("marketplace", path + "/confirm", null, "CONFIRMED");
        step("marketplace", path + "/fund", "{}", "FUNDED");
        step("marketplace", path + "/deliver", """
                {"evidence":[{"uri":"https://example.com/1","sha256":"%s"}]}""".formatted("0".repeat(64)), "DELIVERED");
        var key = Map.of("Idempotency-Key", "accept-1", "Prefer", "wait=20");
        var accepted = client.post("marketplace", "/api/v1/" + path + "/accept", "{}", 200, key);
        assertThat(accepted.text("/status")).isEqualTo("SETTLED");
        var again = client.post("marketplace", "/api/v1/" + path + "/accept", "{}", 200, key);
        assertThat(again.headers()).containsEntry("idempotency-replayed", "true");
        assertThat(again.body()).isEqualTo(accepted.body());
        client.post("marketplace", "/api/v1/" + path + "/dispute", "{}", 422, key);
        readEverything(order, accepted.text("/position"));
    }

    private static void readEverything(String order, String position) throws Exception {
        var at = "?atLeast=" + position;
        for (String view : new String[]{"", "/escrow", "/settlement", "/history"}) {
            assertFilled(client.get("support", "/api/v1/orders/" + order + view + at, 200));
        }
        for (String list : new String[]{"orders?status=SETTLED&buyer=" + buyer, "members?role=DEMANDER&limit=1",
                "listings?status=LIVE&provider=" + provider, "journal?account=exchange/fees",
                "operations/projections?limit=5", "journal?limit=2", "members/" + buyer + "/mandates?limit=5",
                "members/" + buyer + "/balances?effectiveAt=2099-01-01", "members/" + buyer + "/statement?knownAt=" + position}) {
            assertFilled(client.get("operator", "/api/v1/" + list + "&atLeast=" + position, 200));
        }
        assertFilled(client.get("regulator", "/api/v1/members/" + buyer + at, 200));
        assertFilled(client.get("regulator", "/api/v1/listings/" + listing + at, 200));
        var holds = client.get("operator", "/api/v1/operations/invariants" + at, 200);
        assertThat(holds.body().get("holds").booleanValue()).isTrue();
        var report = "/api/v1/reports/turnover?from=2020-01-01&to=2099-12-31&basis=SETTLED"
                + "&groupBy=base,channel,productType,sector,origin,territory,scenario,buyerRoles,providerRoles&atLeast="
                + position;
        var turnover = client.get("regulator", report, 200);
        assertThat(turnover.text("/total/gross/amount")).isEqualTo("106000");
        client.call("regulator", "GET", report, null, 200, Map.of("Accept", "text/csv"));
        client.call("regulator", "GET", report, null, 406, Map.of("Accept", "image/png"));
    }

    @Test
    @Order(2)
    void every_other_end_of_an_order_is_as_described() throws Exception {
        step("marketplace", placed() + "/reject", BECAUSE, "REJECTED");
        step("marketplace", placed() + "/cancel", BECAUSE, "CANCELLED");
        step("marketplace", funded() + "/refund", BECAUSE, "REFUNDED");
        var disputed = funded();
        step("marketplace", disputed + "/deliver", "{\"evidence\":[]}", "DELIVERED");
        step("marketplace", disputed + "/dispute", BECAUSE, "DISPUTED");
        agreed(disputed + "/award",
                "{\"toProvider\":%1$s,\"toBuyer\":%1$s,\"reason\":\"一半\"}".formatted(MONEY.formatted("53000")));
        client.get("support", "/api/v1/" + disputed + "/settlement", 200);
        var filing = """
                {"providerId":"%s","buyerId":"%s","contractNumber":"HT-1","signedOn":"2026-01-05","amount":%s,"productType":"REPORT",
                 "sector":"COMMERCE","origin":"PUBLIC","scenario":"a","reason":"b","evidence":[{"uri":"c","sha256":"%s"}]}"""
                .formatted(provider, buyer, MONEY.formatted("53000"), "0".repeat(64));
        var filed = client.get("regulator", "/api/v1/trade-filings?atLeast=" + agreed("trade-filings", filing), 200);
        client.get("support", "/api/v1/trade-filings/" + filed.text("/items/0/id"), 200);
    }

    @Test
    @Order(3)
    void listings_and_members_change_as_described() throws Exception {
        var other = draft();
        register(other);
        step("operator", "listings/" + other + "/publish", null, "LIVE");
        step("marketplace", "listings/" + other + "/versions", """
                {"pricing":{"model":"ONE_OFF","price":%s}}""".formatted(MONEY.formatted("99000000")), "LIVE");
        client.post("marketplace", "/api/v1/orders", order(other, 1), 409, PLAIN);
        var dear = client.post("marketplace", "/api/v1/orders", order(other, 2), 201, PLAIN).text("/id");
        step("marketplace", "orders/" + dear + "/confirm", "{}", "CONFIRMED");
        var poor = client.post("marketplace", "/api/v1/orders/" + dear + "/fund", "{}", 409, WAITING);
        assertThat(poor.text("/code")).isEqualTo("account.insufficient-funds");
        step("operator", "listings/" + other + "/suspend", BECAUSE, "SUSPENDED");
        step("marketplace", "listings/" + other + "/withdraw", BECAUSE, "WITHDRAWN");

        var member = "members/" + admitted("DATA_MERCHANT");
        var grant = "{\"client\":\"shop\",\"scopes\":[\"BUY\",\"ACCEPT\"],\"reason\":\"授权\"}";
        agreed(member + "/mandates", grant);
        step("approver", proposed(member + "/mandates", grant.replace("shop", "shop-2")) + "/decline", BECAUSE, "DECLINED");
        step("operator", proposed(member + "/mandates", grant.replace("shop", "shop-3")) + "/withdraw", null, "WITHDRAWN");
        step("operator", member + "/mandates/revoke", "{\"client\":\"shop\",\"reason\":\"撤销\"}", "ADMITTED");
        step("operator", member + "/suspend", BECAUSE, "SUSPENDED");
        step("operator", member + "/reinstate", BECAUSE, "ADMITTED");
        step("operator", member + "/exit", BECAUSE, "EXITED");
        new DescribedPayout(client).pay(buyer);
    }

    private String agreed(String path, String body) throws Exception {
        var proposal = proposed(path, body);
        client.get("approver", "/api/v1/proposals?limit=1", 200);
        var digest = client.get("approver", "/api/v1/" + proposal, 200).text("/digest");
        step("approver", proposal + "/approve", "{\"digest\":\"" + digest + "\"}", "EXECUTED");
        return client.get("approver", "/api/v1/" + proposal, 200).text("/position");
    }

    private String proposed(String path, String body) throws Exception {
        return "proposals/" + client.post("operator", "/api/v1/" + path, body, 201, PLAIN).text("/id");
    }

    @Test
    @Order(4)
    void refusals_are_as_described() throws Exception {
        var orders = "/api/v1/orders";
        client.call("marketplace", "POST", orders, order(listing, 1), 400, PLAIN);
        refusedByBoth("POST " + orders, orders, "{\"buyer\":\"x\"}");
        refusedByBoth("POST " + orders, orders, order(listing, 1).replace("PT24H", "P1Y"));
        refusedByBoth("POST " + orders, orders, order(listing, 1).replace("\"listingVersion\":1", "\"listingVersion\":\"1\""));
        client.get("marketplace", orders + "?atLeast=999999999999", 400);
        client.get("", orders, 401);
        client.get("marketplace", "/api/v1/proposals", 403);
        client.get("marketplace", orders + "/" + provider, 404);
        var order = placed();
        client.post("marketplace", "/api/v1/" + order + "/accept", "{}", 409, PLAIN);
        client.post("marketplace", "/api/v1/" + order + "/confirm", "{}", 412, Map.of("If-Match", "\"9\""));
        client.post("marketplace", "/api/v1/" + order + "/confirm", "{}", 415, Map.of("Content-Type", "text/plain"));
        client.post("marketplace", orders, "{\"reference\":\"" + "x".repeat(1 << 20) + "\"}", 413, PLAIN);
        client.post("marketplace", orders, order(listing, 1).replace(buyer, provider), 422, PLAIN);
    }

    @Test
    @Order(5)
    void what_operators_do_is_as_described() throws Exception {
        var letters = "/api/v1/operations/dead-letters";
        var order = placed();
        step("marketplace", order + "/confirm", "{}", "CONFIRMED");
        var id = order.substring("orders/".length());
        String event;
        try (var _ = engine.context().getBean(CommandBus.class).registerHandlerInterceptor((work, chain) -> {
            if (work.getMessage().getPayload() instanceof ReserveFunds) {
                throw Rejection.conflict("obstacle", "Not now.").asException();
            }
            return chain.proceed();
        })) {
            client.post("marketplace", "/api/v1/" + order + "/fund", "{}", 200, PLAIN);
            await().untilAsserted(() -> assertThat(client.get("operator", letters, 200).body().get("items")).hasSize(1));
            event = client.get("operator", letters + "/" + id, 200).text("/first/event");
            client.post("operator", letters + "/" + id + "/retry", BECAUSE, 409, PLAIN);
        }
        client.post("operator", letters + "/" + id + "/evict", "{\"event\":\"%s\",\"reason\":\"x\"}".formatted(id), 409, PLAIN);
        var eviction = "{\"event\":\"%s\",\"reason\":\"已人工处理\"}".formatted(event);
        client.post("operator", letters + "/" + id + "/evict?dryRun=true", eviction, 200, PLAIN);
        client.post("operator", letters + "/" + id + "/retry", BECAUSE, 200, PLAIN);
        client.post("operator", letters + "/" + id + "/evict", eviction, 404, PLAIN);

        engine.asOwner("alter table posting add constraint mistake check (false) not valid");
        var projections = "/api/v1/operations/projections";
        step("marketplace", funded() + "/refund", BECAUSE, "REFUNDED");
        await().untilAsserted(() -> assertThat(client.get("operator", projections, 200).body().toString()).contains("POISONED"));
        client.get("operator", "/api/v1/operations/invariants", 503);
        engine.asOwner("alter table posting drop constraint mistake");
        client.post("operator", projections + "/journal/resume", BECAUSE, 200, PLAIN);
        client.post("operator", projections + "/orders/resume", BECAUSE, 409, PLAIN);
        client.post("operator", projections + "/nothing/resume", "{}", 400, PLAIN);
        assertFilled(client.get("operator", "/api/v1/operations/actions", 200));
    }

    /** Needs what was used before, so it comes last. */
    @Test
    @Order(6)
    void every_operation_was_accepted_at_least_once() {
        var unused = new java.util.TreeSet<>(client.description().operations().keySet());
        unused.removeAll(client.accepted());
        assertThat(unused).containsExactly("GET /api/v1/openapi");
    }

    private static void refusedByBoth(String operation, String path, String body) throws Exception {
        client.post("marketplace", path, body, 400, PLAIN);
        assertThat(client.description().faultsOfRequest(operation, JsonMapper.shared().readTree(body))).as(body).isNotEmpty();
    }

    private static void assertFilled(Answer answer) {
        JsonNode body = answer.body();
        assertThat(body.has("items") ? body.get("items").size() : body.size()).as("%s", body).isPositive();
    }

    private static String admitted(String role) throws Exception {
        var body = """
                {"legalName":"东莞第%d数据有限公司","registrationNumber":"%s","roles":["%s"],"taxpayer":"GENERAL"}"""
                .formatted(++registrations, StartedEngine.registrationNumber(registrations), role);
        var id = client.post("operator", "/api/v1/members", body, 201, PLAIN).text("/id");
        step("operator", "members/" + id + "/admit", BECAUSE, "ADMITTED");
        return id;
    }

    private static String draft() throws Exception {
        return client.post("marketplace", "/api/v1/listings", """
                {"providerId":"%s","name":"企业信用数据接口","productType":"API","sector":"FINANCE","origin":"ENTERPRISE",
                 "pricing":{"model":"ONE_OFF","price":%s}}""".formatted(provider, MONEY.formatted("106000")), 201, PLAIN)
                .text("/id");
    }

    private static void register(String id) throws Exception {
        step("operator", "listings/" + id + "/register", """
                {"certificateCode":"%s","scenario":"政银互动"}""".formatted(UUID.randomUUID()), "REGISTERED");
        step("operator", "listings/" + id + "/opinions", """
                {"conclusion":"PASS","issuedBy":"%s","expiresOn":"2099-12-31","conditions":"仅限境内"}""".formatted(assessor),
                "REGISTERED");
    }

    private static String order(String listing, int version) {
        return """
                {"listingId":"%s","listingVersion":%d,"buyerId":"%s","reference":"PO-1","terms":{"confirmWithin":"PT24H",\
                "fundWithin":"PT48H","deliverWithin":"P30D","inspectWithin":"P7D"}}""".formatted(listing, version, buyer);
    }

    private static String placed() throws Exception {
        return "orders/" + client.post("marketplace", "/api/v1/orders", order(listing, 1), 201, PLAIN).text("/id");
    }

    private static String funded() throws Exception {
        var order = placed();
        step("marketplace", order + "/confirm", "{}", "CONFIRMED");
        step("marketplace", order + "/fund", "{}", "FUNDED");
        return order;
    }

    /** A step that is waited for, answered with version, position and the status that was hoped for. */
    private static void step(String who, String path, @Nullable String body, String status) throws Exception {
        var answer = client.post(who, "/api/v1/" + path, body, 200, WAITING);
        assertThat(answer.text("/status")).isEqualTo(status);
        assertThat(answer.body().has("position") && answer.body().has("version")).isTrue();
        assertThat(answer.header("etag")).isEqualTo("\"" + answer.text("/version") + "\"");
    }
}
