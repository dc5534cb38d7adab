package exchange.settlement.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import exchange.settlement.gate.RunningGate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The conventions over a real connection. */
class ConventionsTest {

    private static final String ORDERS = "/api/v1/orders";
    private static final String ID = "0b7e1c1e-5a34-4b0e-9b61-6a5d3c0f4a11";
    private static final String GOOD = "{\"price\":{\"amount\":\"106000\",\"currency\":\"CNY\"},\"on\":\"2026-11-23\",\"buyerId\":\""
            + ID
            + "\",\"terms\":{\"within\":\"PT24H\"}}";

    private static RunningGate gate;

    @BeforeAll
    static void start(@TempDir Path data) {
        gate = RunningGate.start(data);
    }

    @AfterAll
    static void stop() {
        gate.close();
    }

    @Test
    void a_good_command_is_taken_with_its_headers() {
        var answer = gate.send(gate.command(ORDERS + "?dryRun=true", BodyPublishers.ofString(GOOD))
                .header("Prefer", "respond-async, wait=600").header("If-Match", "\"7\""));
        assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
        assertThat(answer.json().toString())
                .isEqualTo("{\"price\":{\"amount\":\"106000\",\"currency\":\"CNY\"},\"on\":\"2026-11-23\","
                        + "\"buyerId\":\"" + ID
                        + "\",\"within\":\"PT24H\",\"key\":\"k-1\",\"dryRun\":true,\"wait\":\"PT1M\",\"ifMatch\":[7]}");
    }

    @Test
    void answers_are_written_as_the_contract_says() {
        var answer = gate.get("marketplace", ORDERS + "/" + ID);
        assertThat(answer.http().body())
                .isEqualTo("{\"id\":\"" + ID + "\",\"money\":{\"amount\":\"106000\",\"currency\":\"CNY\"},"
                        + "\"within\":\"PT24H\",\"at\":\"1970-01-01T00:00:00Z\",\"client\":\"marketplace\"}");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
    }

    @Test
    void a_step_takes_an_empty_object_or_nothing() {
        String confirm = ORDERS + "/" + ID + "/confirm";
        assertThat(gate.post(confirm, "{}").status()).isEqualTo(200);
        assertThat(
                gate.send(gate.as("marketplace", confirm).header("Idempotency-Key", "k").POST(BodyPublishers.noBody())).status())
                .isEqualTo(200);
        assertThat(gate.post(confirm, "{\"x\":1}").refusal()).isEqualTo("400 request.invalid");
    }

    @Test
    void a_bad_body_is_answered_with_pointers_to_all_that_is_wrong() {
        var answer = gate.post(ORDERS,
                GOOD.replace("\"106000\"", "106000").replace("11-23", "02-30").replace("buyerId", "buyer"));
        assertRefused(answer, 400, "request.invalid");
        assertThat(answer.json().get("errors").toString()).contains("/price/amount", "/on", "/buyerId", "/buyer\"");
        assertThat(answer.json().get("instance").stringValue()).isEqualTo(ORDERS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "{\"a\":1,\"a\":2}", "nonsense", "{\"price\":1e999999999}"})
    void malformed_json_is_refused(String body) {
        assertRefused(gate.post(ORDERS, body), 400, "request.invalid");
    }

    @Test
    void keys_are_required_and_strict() {
        var body = BodyPublishers.ofString(GOOD);
        var json = gate.as("marketplace", ORDERS).header("Content-Type", "application/json").POST(body);
        var missing = gate.send(json.copy());
        assertRefused(missing, 400, "idempotency.key-missing");
        assertThat(missing.json().get("errors").get(0).get("pointer").stringValue()).isEqualTo("header:Idempotency-Key");
        assertRefused(gate.send(json.copy().header("Idempotency-Key", "x".repeat(129))), 400, "request.invalid");
        assertRefused(gate.send(json.copy().header("Idempotency-Key", "a b")), 400, "request.invalid");
        assertThat(gate.send(json.copy().header("Idempotency-Key", "x".repeat(128))).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/json; charset=UTF-16",
            "application/x-www-form-urlencoded", "multipart/form-data", "x"})
    void only_json_in_utf8_is_taken(String type) {
        var request = gate.as("marketplace", ORDERS).header("Idempotency-Key", "k").header("Content-Type", type);
        assertRefused(gate.send(request.POST(BodyPublishers.ofString(GOOD))), 415, "request.media-type");
    }

    @Test
    void compressed_and_untyped_bodies_are_refused() {
        assertRefused(gate.send(gate.command(ORDERS, BodyPublishers.ofString(GOOD)).header("Content-Encoding", "gzip")), 415,
                "request.media-type");
        var untyped = gate.as("marketplace", ORDERS).header("Idempotency-Key", "k").POST(BodyPublishers.ofString(GOOD));
        assertRefused(gate.send(untyped), 415, "request.media-type");
    }

    @Test
    void bodies_over_a_mebibyte_are_refused_announced_or_not() {
        var large = (GOOD + " ".repeat(1 << 20)).getBytes(StandardCharsets.UTF_8);
        assertRefused(gate.send(gate.command(ORDERS, BodyPublishers.ofByteArray(large))), 413, "request.too-large");
        var chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large));
        assertRefused(gate.send(gate.command(ORDERS, chunked)), 413, "request.too-large");
        var fits = GOOD + " ".repeat((1 << 20) - GOOD.length());
        assertThat(gate.post(ORDERS, fits).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?dryrun=true", "?dryRun=1", "?dryRun=", "?dryRun=true&dryRun=true", "?limit=5", "?%FF=1"})
    void commands_take_no_parameter_but_dry_run(String query) {
        assertRefused(gate.post(ORDERS + query, GOOD), 400, "request.invalid");
    }

    @Test
    void reads_take_their_parameters_and_no_other() {
        var first = gate.get("operator", ORDERS + "?from=2026-01-31&limit=500&atLeast=9");
        assertThat(first.json().get("items").toString()).isEqualTo("[\"2026-01-31\",\"BETA\",500,0]");
        var next = gate.get("operator", ORDERS + "?cursor=" + first.json().get("nextCursor").stringValue() + "&from=2026-01-31");
        assertThat(next.json().get("items").toString()).isEqualTo("[\"2026-01-31\",\"BETA\",50,3]");
        for (String bad : new String[]{"limit=0", "limit=501", "limit=x", "limit=", "form=2026-01-01", "from=2026-02-30",
                "cursor=abc",
                "atLeast=-1", "atLeast=1&atLeast=2", "word=gamma", "atLeast=99999999999999999999"}) {
            assertRefused(gate.get("operator", ORDERS + "?" + bad), 400, "request.invalid");
        }
        var unknown = gate.get("operator", ORDERS + "?form=1");
        assertThat(unknown.http().body()).contains("query:form", "from, limit");
        assertRefused(gate.get("operator", ORDERS + "/" + ID + "?from=2026-01-01"), 400, "request.invalid");
    }

    @ParameterizedTest
    @CsvSource({"not-found,404,not-found", "forbidden,403,member.no-mandate", "conflict,409,order.wrong-status",
            "unprocessable,422,x.y",
            "behind,503,view.behind", "overloaded,503,overloaded", "precondition,412,request.precondition-failed",
            "reused,422,idempotency.key-reused"})
    void refusals_keep_their_codes(String id, int status, String code) {
        var answer = gate.post(ORDERS + "/" + id + "/cancel", "{}");
        assertRefused(answer, status, code);
        assertThat(answer.header("Retry-After").isEmpty()).isEqualTo(status != 503);
    }

    @Test
    void a_failure_tells_an_incident_and_nothing_else() {
        var answer = gate.post(ORDERS + "/boom/cancel", "{}");
        assertRefused(answer, 500, "internal");
        String instance = answer.json().get("instance").stringValue();
        assertThat(UUID.fromString(instance.substring("urn:uuid:".length()))).isNotNull();
        assertThat(answer.json().get("detail").stringValue()).contains(instance.substring("urn:uuid:".length()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1-1-1-1-1", "x", "%27%20or%201%3D1--", "%F0%9F%92%A9"})
    void hostile_ids_name_nothing(String id) {
        assertRefused(gate.get("operator", ORDERS + "/" + id), 404, "not-found");
    }

    @Test
    void what_is_not_there_or_not_so_is_told() {
        assertRefused(gate.get("operator", "/api/v1/nowhere"), 404, "not-found");
        assertRefused(gate.get("operator", "/error"), 404, "not-found");
        assertRefused(gate.get("operator", "/api/v1/members"), 404, "not-found");
        var method = gate.send(gate.as("operator", ORDERS).DELETE());
        assertRefused(method, 405, "request.method-not-allowed");
        assertThat(method.header("Allow")).isEqualTo("GET, HEAD, POST");
        assertRefused(gate.send(gate.as("operator", ORDERS).header("Accept", "image/png").GET()), 406, "request.not-acceptable");
        assertRefused(gate.send(gate.to("/oauth2/token").GET()), 405, "request.method-not-allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /api/v1/or\\ders HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "GET /api/../../etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n", "GET / HTTP/1.1\r\nHost: a b\r\n\r\n",
            "GET /<script> HTTP/1.1\r\nHost: localhost\r\n\r\n", "GET /a;b=c HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "GET //api/v1/orders HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "GET /api/v1/orders HTTP/1.1\r\nHost: evil.example\r\n\r\n", "GET / HTTP/1.1\r\n\r\n", "NONSENSE\r\n\r\n"})
    void what_tomcat_or_the_firewall_refuses_leaks_nothing(String request) throws IOException {
        String answer = raw(request);
        assertThat(answer).startsWith("HTTP/1.1 4").contains("Content-Type: application/problem+json", "\"code\":\"request.");
        assertThat(answer).doesNotContainIgnoringCase("tomcat").doesNotContain("Exception", "<html", "org.", "java.");
    }

    @Test
    void oversized_headers_leak_nothing() throws IOException {
        String answer = raw("GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(20_000) + "\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 4").doesNotContainIgnoringCase("tomcat").doesNotContain("<html", "Exception");
    }

    private static String raw(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), gate.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(request.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void assertRefused(RunningGate.Answer answer, int status, String code) {
        assertThat(answer.refusal()).as(answer.http().body()).isEqualTo(status + " " + code);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().get("status").intValue()).isEqualTo(status);
        for (String member : new String[]{"type", "title", "detail", "instance"}) {
            assertThat(answer.json().get(member).stringValue()).as(member).isNotBlank();
        }
        assertThat(answer.http().body()).doesNotContain("Exception", "java.", "org.spring", "tools.jackson", "select ",
                "exchange.settlement");
    }
}
