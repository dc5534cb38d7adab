package exchange.settlement.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import exchange.settlement.gate.RunningGate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that two readers might understand in two ways are refused, or have one meaning that a standard names. */
class AmbiguousRequestsTest {

    private static final String ORDERS = "/api/v1/orders";
    private static final String ONE = ORDERS + "/0b7e1c1e-5a34-4b0e-9b61-6a5d3c0f4a11";
    private static final String CONFIRM = ONE + "/confirm";

    private static RunningGate gate;

    @BeforeAll
    static void start(@TempDir Path data) {
        gate = RunningGate.start(data);
    }

    @AfterAll
    static void stop() {
        gate.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Idempotency-Key", "If-Match", "Prefer", "Authorization"})
    void a_header_that_is_there_twice_is_refused(String name) {
        var request = gate.command(CONFIRM, BodyPublishers.ofString("{}"));
        request.setHeader("If-Match", "\"1\"").setHeader("Prefer", "wait=1");
        var header = request.build().headers().firstValue(name).orElseThrow();
        assertThat(gate.send(request.copy()).status()).isEqualTo(200);
        var answer = gate.send(request.header(name, header));
        assertThat(answer.refusal()).isEqualTo("400 request.invalid");
        assertThat(answer.json().get("errors").get(0).get("pointer").stringValue()).isEqualTo("header:" + name);
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void a_body_has_one_type_and_no_encoding() {
        var request = gate.command(CONFIRM, BodyPublishers.ofString("{}"));
        for (var twice : List.of("application/json", "text/plain")) {
            assertThat(gate.send(request.copy().header("Content-Type", twice)).refusal()).isEqualTo("415 request.media-type");
        }
        for (var type : List.of("application/json;charset=GBK", "application/json;charset=klingon", "application/json;version=2",
                "application/json;charset=utf-8;charset=gbk", "application/problem+json", "application/json, text/plain")) {
            assertThat(gate.send(request.copy().setHeader("Content-Type", type)).refusal()).as(type)
                    .isEqualTo("415 request.media-type");
        }
        for (var encoding : List.of("gzip", "br", "x", "identity, gzip", "")) {
            assertThat(gate.send(request.copy().header("Content-Encoding", encoding)).refusal()).as(encoding)
                    .isEqualTo("415 request.media-type");
        }
        assertThat(gate.send(request.copy().setHeader("Content-Type", "Application/JSON; Charset=\"utf-8\"")).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"'\"7\"'|[7]", "'\"7\", \"8\",\"7\"'|[7, 8]", "*|[]", "'W/\"7\"'|[]",
            "'\"x\", W/\"7\"'|[]",
            "'\"a,b\"'|[]", "'\"07\"'|[]"})
    void if_match_is_a_star_or_a_list_of_tags(String header, String versions) {
        assertThat(Etags.ifMatch(header)).hasValueSatisfying(expected -> {
            assertThat(expected.versions().stream().sorted().toList()).hasToString(versions);
            assertThat(expected.any()).isEqualTo(header.equals("*"));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "\"7", "'7'", "*, \"7\"", "\"7\" \"8\"", "\"7\",", "w/\"7\"", "W/7"})
    void a_malformed_if_match_is_refused(String header) {
        var request = gate.command(CONFIRM, BodyPublishers.ofString("{}")).header("If-Match", header);
        assertThat(gate.send(request).refusal()).isEqualTo("400 request.invalid");
    }

    @Test
    void a_long_if_match_costs_nothing() {
        assertThat(gate.send(gate.command(CONFIRM, BodyPublishers.ofString("{}")).header("If-Match", "\"1\" ,".repeat(1000)))
                .refusal()).isEqualTo("400 request.invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=5", "cursor=x", "limit=x", "status=PLACED", "atLeast=1&Limit=5", "dryRun=true", "%00=1"})
    void a_single_read_takes_no_parameter_of_lists(String query) {
        var answer = gate.get("operator", ONE + "?" + query);
        assertThat(answer.refusal()).isEqualTo("400 request.invalid");
        assertThat(answer.json().get("errors").get(0).get("pointer").stringValue()).startsWith("query:");
    }

    @Test
    void a_cursor_counts_for_its_list_and_filters_only() {
        var cursor = gate.get("operator", ORDERS + "?from=2026-01-31&word=ALPHA").json().get("nextCursor").stringValue();
        assertThat(gate.get("operator", ORDERS + "?word=ALPHA&limit=7&from=2026-01-31&atLeast=1&cursor=" + cursor).status())
                .isEqualTo(200);
        for (var query : List.of("", "from=2026-01-31&", "from=2026-01-31&word=BETA&", "from=2026-01-30&word=ALPHA&")) {
            var answer = gate.get("operator", ORDERS + "?" + query + "cursor=" + cursor);
            assertThat(answer.refusal()).as(query).isEqualTo("400 request.invalid");
            assertThat(answer.http().body()).contains("query:cursor");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "PUT", "PATCH", "OPTIONS", "PROPFIND", "FOO", "get"})
    void another_method_is_told_the_ones_that_there_are(String method) {
        var answer = gate.send(gate.as("operator", ORDERS).method(method, BodyPublishers.noBody()));
        assertThat(answer.refusal()).isEqualTo("405 request.method-not-allowed");
        assertThat(answer.header("Allow")).isEqualTo("GET, HEAD, POST");
        var step = gate.send(gate.as("operator", CONFIRM).method(method, BodyPublishers.noBody()));
        assertThat(step.header("Allow")).isEqualTo("POST");
    }

    @Test
    void trace_is_told_so_too_and_echoes_nothing() throws IOException {
        assertThat(trace(ORDERS)).startsWith("HTTP/1.1 405").contains("Allow: GET, HEAD, POST\r\n", "request.method-not-allowed")
                .doesNotContain("secret");
        assertThat(trace(CONFIRM)).contains("Allow: POST\r\n");
        assertThat(trace("/nowhere")).startsWith("HTTP/1.1 404").contains("not-found").doesNotContain("Allow:");
    }

    @Test
    void head_answers_like_get_without_a_body() {
        var answer = gate.send(gate.as("operator", ONE).method("HEAD", BodyPublishers.noBody()));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.http().body()).isEmpty();
    }

    @Test
    void refused_sign_ins_speak_oauth_too() {
        var grant = "grant_type=client_credentials";
        assertThat(oauth(gate.token("bank", "wrong", grant))).isEqualTo("401 invalid_client");
        assertThat(oauth(gate.send(gate.to("/oauth2/token").header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(grant))))).isEqualTo("401 invalid_client");
        var secret = gate.secret("bank");
        assertThat(oauth(gate.token("bank", secret, "grant_type=password&username=a&password=b")))
                .isEqualTo("400 unsupported_grant_type");
        assertThat(oauth(gate.token("bank", secret, ""))).isEqualTo("400 invalid_request");
        assertThat(oauth(gate.token("bank", secret, grant + "&" + grant))).isEqualTo("400 invalid_request");
        assertThat(oauth(gate.token("bank", secret, grant + "&scope=everything"))).isEqualTo("400 invalid_scope");
        assertThat(oauth(gate.token("bank", secret, "grant_type=refresh_token&refresh_token=x")))
                .isIn("400 invalid_grant", "400 unauthorized_client");
        var basic = "Basic " + Base64.getEncoder().encodeToString(("bank:" + secret).getBytes(StandardCharsets.UTF_8));
        assertThat(oauth(gate.send(gate.to("/oauth2/token").header("Authorization", basic).header("Authorization", basic)
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(grant)))))
                .isEqualTo("400 invalid_request");
        assertThat(gate.get("operator", "/api/v1/nowhere").json().has("error")).isFalse();
    }

    private static String oauth(RunningGate.Answer answer) {
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().get("code").stringValue()).isIn("auth.client-invalid", "request.invalid");
        return answer.status() + " " + answer.json().get("error").stringValue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Idempotency-Key", "Prefer", "If-Match", "Content-Type"})
    void a_header_that_is_not_ascii_is_the_clients_mistake(String name) throws IOException {
        var token = gate.command(CONFIRM, BodyPublishers.noBody()).build().headers().firstValue("Authorization").orElseThrow();
        var answer = raw("POST " + CONFIRM + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + token + "\r\n" + name
                + ": 订单-1\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");
        assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("internal");
    }

    @Test
    void what_http_1_1_has_not_is_not_a_failure_of_the_engine() throws IOException {
        for (var coding : List.of("gzip", "gzip, chunked", "foo")) {
            assertThat(raw("POST " + CONFIRM + " HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: " + coding
                    + "\r\nConnection: close\r\n\r\n")).as(coding).doesNotContain("internal").doesNotStartWith("HTTP/1.1 500");
        }
        assertThat(raw("GET / HTTP/9.9\r\nHost: localhost\r\nConnection: close\r\n\r\n")).startsWith("HTTP/1.1 505")
                .contains("request.unsupported");
    }

    private static String trace(String path) throws IOException {
        return raw("TRACE " + path + " HTTP/1.1\r\nHost: localhost\r\nX-Token: secret\r\nConnection: close\r\n\r\n");
    }

    private static String raw(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), gate.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
