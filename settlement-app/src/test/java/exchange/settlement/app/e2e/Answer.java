package exchange.settlement.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the engine answered.
 *
 * @param response the answer as it came over the wire
 * @param json     its body as JSON; a missing node when it is none
 */
record Answer(HttpResponse<String> response, JsonNode json) {

    private static final JsonMapper JSON = new JsonMapper();

    static Answer of(HttpResponse<String> response) {
        var isJson = response.headers().firstValue("Content-Type").filter(type -> type.contains("json")).isPresent();
        return new Answer(response, JSON.readTree(isJson ? response.body() : "null"));
    }

    int status() {
        return response.statusCode();
    }

    String body() {
        return response.body();
    }

    Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    /** Checks the status; what came instead is in the failure. */
    Answer expect(int status) {
        assertThat(response.statusCode()).as(toString()).isEqualTo(status);
        return this;
    }

    /** Checks that it is a well-formed refusal with a code. */
    Answer refused(int status, String code) {
        expect(status);
        assertThat(text("code")).as(toString()).isEqualTo(code);
        assertThat(header("Content-Type")).hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(json.get("status").asInt()).isEqualTo(status);
        assertThat(text("detail")).as("a sentence that says what to do").endsWith(".");
        return this;
    }

    boolean replayed() {
        return header("Idempotency-Replayed").filter("true"::equals).isPresent();
    }

    String id() {
        return text("id");
    }

    /** The answer's word for where the resource stands; its HTTP status where it has none. */
    String state() {
        return json.path("status").asString("");
    }

    @Nullable
    String code() {
        return json.path("code").isString() ? text("code") : null;
    }

    String text(String name) {
        assertThat(json.has(name)).as(name + " in " + this).isTrue();
        return json.get(name).asString();
    }

    long version() {
        return json.get("version").asLong();
    }

    String position() {
        assertThat(json.path("position").isString()).as("a position is a string in " + this).isTrue();
        return text("position");
    }

    /** An amount in fen; amounts are strings of minor units. */
    long fen(String name) {
        return fen(json.path(name));
    }

    static long fen(JsonNode money) {
        assertThat(money.path("amount").isString()).as("an amount is a string: " + money).isTrue();
        assertThat(money.path("currency").asString()).isEqualTo("CNY");
        return Long.parseLong(money.get("amount").asString());
    }

    /** The items of a page, or of a plain list. */
    List<JsonNode> items() {
        return Stream.of(json.has("items") ? json.get("items") : json).flatMap(node -> node.values().stream()).toList();
    }

    @Override
    public String toString() {
        return response.request().method() + " " + response.uri() + " answered " + response.statusCode() + " "
                + response.headers().map() + " " + response.body();
    }
}
