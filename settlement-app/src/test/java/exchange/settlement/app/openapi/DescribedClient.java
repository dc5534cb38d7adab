package exchange.settlement.app.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to the engine, and holds every request that is accepted and every answer against the document. */
final class DescribedClient implements AutoCloseable {

    private final StartedEngine engine;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> tokens = new HashMap<>();
    private final Set<String> accepted = new TreeSet<>();
    private final Description description;

    DescribedClient(StartedEngine engine) throws IOException, InterruptedException {
        this.engine = engine;
        this.description = new Description(
                send("", "GET", "/api/v1/openapi", null, Map.of("Accept", "application/json")).body());
    }

    /** An answer that is as described. */
    record Answer(int status, JsonNode body, Map<String, String> headers) {

        String text(String pointer) {
            return body.at(pointer).asString();
        }

        String header(String name) {
            return Objects.requireNonNull(headers.get(name), name);
        }
    }

    Description description() {
        return description;
    }

    /** The operations that were accepted at least once. */
    Set<String> accepted() {
        return accepted;
    }

    /** Reads. */
    Answer get(String client, String pathAndQuery, int status) throws IOException, InterruptedException {
        return call(client, "GET", pathAndQuery, null, status, Map.of());
    }

    /** Commands, with a key of its own unless the headers bring one. */
    Answer post(String client, String pathAndQuery, @Nullable String body, int status, Map<String, String> headers)
            throws IOException, InterruptedException {
        var all = new HashMap<>(Map.of("Idempotency-Key", UUID.randomUUID().toString()));
        all.putAll(headers);
        return call(client, "POST", pathAndQuery, body, status, all);
    }

    /** Sends a request exactly so, and expects a status. */
    Answer call(String client, String method, String pathAndQuery, @Nullable String body, int status, Map<String, String> headers)
            throws IOException, InterruptedException {
        String path = URI.create(pathAndQuery).getPath();
        String operation = description.operation(method, path).orElseThrow();
        HttpResponse<byte[]> answer = send(client, method, pathAndQuery, body, headers);
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        assertThat(answer.statusCode()).as("%s %s: %s", method, pathAndQuery, text).isEqualTo(status);

        String type = answer.headers().firstValue("Content-Type").orElse("").split(";", 2)[0];
        JsonNode json = type.endsWith("json") ? JsonMapper.shared().readTree(text) : JsonMapper.shared().nullNode();
        assertThat(description.faultsOfAnswer(operation, status, type, type.endsWith("json") ? json : null))
                .as("%s %s: %s", method, pathAndQuery, text).isEmpty();
        if (status < 400) {
            accepted.add(operation);
            if (body != null) {
                assertThat(description.faultsOfRequest(operation, JsonMapper.shared().readTree(body)))
                        .as("%s %s", operation, body)
                        .isEmpty();
            }
        }
        var seen = new HashMap<String, String>();
        answer.headers().map().forEach((name, values) -> seen.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        return new Answer(status, json, seen);
    }

    private HttpResponse<byte[]> send(String client, String method, String pathAndQuery, @Nullable String body,
            Map<String, String> headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(engine.address() + pathAndQuery)).method(method,
                body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        var all = new HashMap<>(headers);
        if (body != null) {
            all.putIfAbsent("Content-Type", "application/json");
        }
        if (!client.isEmpty()) {
            all.put("Authorization", "Bearer " + token(client));
        }
        all.forEach(request::header);
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private String token(String client) throws IOException, InterruptedException {
        var known = tokens.get(client);
        if (known != null) {
            return known;
        }
        var basic = Base64.getEncoder()
                .encodeToString((client + ":" + engine.secret(client)).getBytes(StandardCharsets.UTF_8));
        var answer = http.send(HttpRequest.newBuilder(URI.create(engine.address() + "/oauth2/token"))
                .header("Authorization", "Basic " + basic).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials")).build(),
                HttpResponse.BodyHandlers.ofString());
        var token = JsonMapper.shared().readTree(answer.body()).get("access_token").stringValue();
        tokens.put(client, token);
        return token;
    }

    @Override
    public void close() {
        http.close();
    }
}
