package exchange.settlement.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import exchange.settlement.domain.ShanghaiTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;

/** The steps of a trade, each checked, so that a scenario reads as a story. Amounts are in fen. */
final class Market {

    static final String MARKETPLACE = "marketplace";
    static final String OPERATOR = "operator";

    private static final Map<String, String> TERMS = Map.of("confirmWithin", "PT24H", "fundWithin", "PT48H", "deliverWithin",
            "P30D", "inspectWithin", "P7D");
    private static final AtomicLong SERIAL = new AtomicLong(System.nanoTime() / 1_000_000 % 900_000_000);
    private static final String CODES = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private final Engine engine;
    private final String client;

    Market(Engine engine) {
        this(engine, MARKETPLACE);
    }

    /** The same market, used by another marketplace. */
    Market(Engine engine, String client) {
        this.engine = engine;
        this.client = client;
    }

    Engine engine() {
        return engine;
    }

    /** The body of steps that want a reason and nothing else. */
    static final Map<String, String> BECAUSE = Map.of("reason", "核查");

    /** What a member has. */
    record Balances(long available, long reserved) {}

    /** Who trades what. */
    record Stall(String provider, String buyer, String listing) {}

    /** A provider with a listing of a price on the shelf, and a buyer with money. */
    Stall stall(long price, long money) {
        var provider = member("PROVIDER");
        var buyer = member("DEMANDER");
        if (money > 0) {
            receipt(buyer, money);
        }
        return new Stall(provider, buyer, listing(provider, price));
    }

    Map<String, Object> application(String... roles) {
        var serial = SERIAL.incrementAndGet();
        return Map.of("legalName", "东莞第" + serial + "数据有限公司", "registrationNumber", registrationNumber(serial), "roles",
                List.of(roles));
    }

    String applicant(String... roles) {
        return engine.command(OPERATOR, "/api/v1/members").body(application(roles)).send().expect(201).id();
    }

    String member(String... roles) {
        return admitted(applicant(roles));
    }

    String admitted(String applicant) {
        assertThat(memberStep(applicant, "admit").body(Map.of("reason", "准入")).send().expect(200).state())
                .isEqualTo("ADMITTED");
        return applicant;
    }

    Engine.Command memberStep(String member, String step) {
        return engine.command(OPERATOR, "/api/v1/members/" + member + "/" + step).body(BECAUSE);
    }

    /** Money for a member; returns when it can be spent. */
    Answer receipt(String member, long fen) {
        var before = balances(member).available();
        var recorded = bankEntry(UUID.randomUUID().toString(), member, fen).send().expect(201);
        await().untilAsserted(() -> assertThat(balances(member).available()).isEqualTo(before + fen));
        return recorded;
    }

    Engine.Command bankEntry(String reference, String member, long fen) {
        return engine.command("bank", "/api/v1/bank/receipts").body(Map.of("bankReference", reference, "memberId", member,
                "amount", cny(fen), "valueDate", today().toString()));
    }

    Map<String, Object> offer(String provider, long price) {
        return Map.of("providerId", provider, "name", "企业信用数据接口", "productType", "API", "sector", "FINANCE", "origin",
                "ENTERPRISE", "pricing", Map.of("model", "ONE_OFF", "price", cny(price)));
    }

    String draft(String provider, long price) {
        return draft(offer(provider, price));
    }

    String draft(Map<String, Object> offer) {
        return engine.command(client, "/api/v1/listings").body(offer).send().expect(201).id();
    }

    String listing(String provider, long price) {
        return shelved(draft(provider, price));
    }

    /** Registers, assesses and publishes a draft. */
    String shelved(String listing) {
        assessed(listing, "2099-12-31");
        assertThat(listingStep(listing, "publish").send().expect(200).state()).isEqualTo("LIVE");
        return listing;
    }

    void assessed(String listing, String expiresOn) {
        register(listing, "政银互动");
        opinion(listing, expiresOn);
    }

    void register(String listing, String scenario) {
        listingStep(listing, "register").body(Map.of("certificateCode", key(), "scenario", scenario)).send().expect(200);
    }

    void opinion(String listing, String expiresOn) {
        assessment(listing, "PASS", LocalDate.parse(expiresOn)).send().expect(200);
    }

    Engine.Command assessment(String listing, String conclusion, LocalDate expiresOn) {
        return listingStep(listing, "opinions").body(Map.of("conclusion", conclusion, "issuedBy", member("THIRD_PARTY_SERVICE"),
                "expiresOn", expiresOn.toString()));
    }

    /** A step that the operator takes with a listing. */
    Engine.Command listingStep(String listing, String step) {
        return engine.command(OPERATOR, "/api/v1/listings/" + listing + "/" + step);
    }

    Map<String, Object> purchase(String listing, String buyer) {
        return Map.of("listingId", listing, "listingVersion", 1, "buyerId", buyer, "reference", key(), "terms", TERMS);
    }

    Engine.Command order(String listing, String buyer) {
        return order(purchase(listing, buyer));
    }

    Engine.Command order(Map<String, Object> purchase) {
        return engine.command(client, "/api/v1/orders").body(purchase);
    }

    String placed(Stall stall) {
        return order(stall.listing(), stall.buyer()).send().expect(201).id();
    }

    /** A placed order, one of whose steps must come soon. */
    String placed(Stall stall, String term, String within) {
        var terms = new LinkedHashMap<String, Object>(TERMS);
        terms.put(term, within);
        var purchase = new LinkedHashMap<>(purchase(stall.listing(), stall.buyer()));
        purchase.put("terms", terms);
        return order(purchase).send().expect(201).id();
    }

    Engine.Command step(String order, String step) {
        var command = engine.command(client, "/api/v1/orders/" + order + "/" + step);
        return Set.of("dispute", "refund").contains(step) ? command.body(BECAUSE) : command;
    }

    String confirm(String order) {
        return reach(order, step(order, "confirm"), "CONFIRMED");
    }

    String fund(String order) {
        return reach(order, step(order, "fund"), "FUNDED");
    }

    String deliver(String order) {
        return reach(order, step(order, "deliver").body(evidence()), "DELIVERED");
    }

    String accept(String order) {
        return reach(order, step(order, "accept"), "SETTLED");
    }

    String funded(Stall stall) {
        return fund(confirm(placed(stall)));
    }

    String delivered(Stall stall) {
        return deliver(funded(stall));
    }

    private static String reach(String order, Engine.Command step, String state) {
        assertThat(step.waiting().send().expect(200).state()).isEqualTo(state);
        return order;
    }

    Answer order(String order) {
        return engine.get(client, "/api/v1/orders/" + order);
    }

    Answer escrow(String order) {
        return engine.get(client, "/api/v1/orders/" + order + "/escrow");
    }

    void awaitState(String order, String state) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(order(order).expect(200).state()).isEqualTo(state));
    }

    /** The balances with everything counted that is recorded so far. */
    Balances balances(String member) {
        var rows = engine.get(OPERATOR, "/api/v1/members/" + member + "/balances?atLeast=" + engine.head()).expect(200).items();
        return rows.stream().filter(row -> row.get("currency").asString().equals("CNY")).findFirst()
                .map(row -> new Balances(Answer.fen(row.get("available")), Answer.fen(row.get("reserved"))))
                .orElse(new Balances(0, 0));
    }

    /** Every entry of the journal, all pages. */
    List<JsonNode> journal() {
        var entries = new ArrayList<JsonNode>();
        var path = "/api/v1/journal?limit=500&atLeast=" + engine.head();
        var page = engine.get(OPERATOR, path).expect(200);
        entries.addAll(page.items());
        while (page.json().path("nextCursor").isString()) {
            page = engine.get(OPERATOR, path + "&cursor=" + page.text("nextCursor")).expect(200);
            entries.addAll(page.items());
        }
        return entries;
    }

    /** Runs something after which the journal and the resources must be what they were before. */
    void unchanged(List<String> resources, Runnable refusal) {
        var before = snapshot(resources);
        refusal.run();
        assertThat(snapshot(resources)).isEqualTo(before);
    }

    private List<Object> snapshot(List<String> resources) {
        var seen = new ArrayList<Object>(resources.stream().map(path -> engine.get(OPERATOR, path).expect(200).body()).toList());
        seen.addAll(journal());
        return seen;
    }

    static String orderPath(String order) {
        return "/api/v1/orders/" + order;
    }

    static String listingPath(String listing) {
        return "/api/v1/listings/" + listing;
    }

    static String memberPath(String member) {
        return "/api/v1/members/" + member;
    }

    static Map<String, Object> evidence() {
        return Map.of("evidence", List.of(Map.of("uri", "urn:example:delivery", "sha256", "0".repeat(64))));
    }

    static Map<String, String> cny(long fen) {
        return Map.of("amount", Long.toString(fen), "currency", "CNY");
    }

    static String key() {
        return UUID.randomUUID().toString();
    }

    static LocalDate today() {
        return ShanghaiTime.dateOf(Instant.now());
    }

    /** An invented unified social credit code with a right check character (GB 32100-2015). */
    private static String registrationNumber(long number) {
        var body = "91441900" + String.format("%09d", number);
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < body.length(); i++) {
            sum += CODES.indexOf(body.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return body + CODES.charAt((31 - sum % 31) % 31);
    }
}
