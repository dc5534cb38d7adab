package exchange.settlement.load;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** The steps of trades, as a marketplace backend takes them. */
final class Market {

    private static final Duration REST = Duration.ofSeconds(30);
    private static final String CODES = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private final Engine engine;
    private final AtomicLong serial;

    Market(Engine engine, long firstSerial) {
        this.engine = engine;
        this.serial = new AtomicLong(firstSerial);
    }

    /** A member in a role, admitted. */
    String member(String role) {
        var number = serial.incrementAndGet();
        var made = engine.command("operator", "/api/v1/members", key(), Map.of("legalName", "压测第" + number + "数据有限公司",
                "registrationNumber", registrationNumber(number), "roles", List.of(role)));
        var id = made.get("id").stringValue();
        engine.command("operator", "/api/v1/members/" + id + "/admit", key(), Map.of());
        return id;
    }

    /** Money for a member, in fen. */
    void receipt(String member, long fen) {
        engine.command("bank", "/api/v1/bank/receipts", key(), Map.of("bankReference", key(), "memberId", member,
                "amount", cny(fen), "valueDate", LocalDate.now(ZoneId.of("Asia/Shanghai")).toString()));
    }

    /** A listing on the shelf, at a price in fen. */
    String listing(String provider, String assessor, long fen) {
        var id = engine.command("marketplace", "/api/v1/listings", key(), Map.of("providerId", provider, "name", "压测数据接口",
                "productType", "API", "sector", "FINANCE", "origin", "ENTERPRISE",
                "pricing", Map.of("model", "ONE_OFF", "price", cny(fen)))).get("id").stringValue();
        var path = "/api/v1/listings/" + id;
        engine.command("operator", path + "/register", key(), Map.of("certificateCode", key(), "scenario", "压测"));
        engine.command("operator", path + "/opinions", key(),
                Map.of("conclusion", "PASS", "issuedBy", assessor, "expiresOn", "2099-12-31"));
        engine.command("operator", path + "/publish", key(), Map.of());
        return id;
    }

    /** One trade from order to settlement, waiting for the money at both ends. */
    void trade(String listing, String buyer) {
        var terms = Map.of("confirmWithin", "PT24H", "fundWithin", "PT48H", "deliverWithin", "P30D", "inspectWithin", "P7D");
        var order = engine.command("marketplace", "/api/v1/orders", key(), Map.of("listingId", listing, "listingVersion", 1,
                "buyerId", buyer, "reference", key(), "terms", terms)).get("id").stringValue();
        var path = "/api/v1/orders/" + order;
        engine.command("marketplace", path + "/confirm", key(), Map.of());
        rest("FUNDED", engine.command("marketplace", path + "/fund", key(), Map.of(), REST).get("status").stringValue());
        engine.command("marketplace", path + "/deliver", key(),
                Map.of("evidence", List.of(Map.of("uri", "urn:example:load", "sha256", "0".repeat(64)))));
        rest("SETTLED", engine.command("marketplace", path + "/accept", key(), Map.of(), REST).get("status").stringValue());
    }

    private static void rest(String expected, String actual) {
        if (!expected.equals(actual)) {
            throw new IllegalStateException("A step should have come to rest at " + expected + ", but is " + actual);
        }
    }

    private static Map<String, String> cny(long fen) {
        return Map.of("amount", Long.toString(fen), "currency", "CNY");
    }

    private static String key() {
        return UUID.randomUUID().toString();
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
