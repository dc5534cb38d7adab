package exchange.settlement.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running engine, spoken to as any of its clients. */
final class Engine implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final JsonMapper json = new JsonMapper();
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor()).build();
    private final URI base;
    private final JsonNode secrets;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    Engine(URI base, Path dataDirectory) throws IOException {
        this.base = base;
        this.secrets = json.readTree(Files.readString(dataDirectory.resolve("credentials.json"))).get("clients");
    }

    /** Sends a command; anything but 200 and 201 ends the run. */
    JsonNode command(String client, String path, String key, Object body) {
        return command(client, path, key, body, Duration.ZERO);
    }

    /** Sends a command and waits at the engine for its rest. */
    JsonNode command(String client, String path, String key, Object body, Duration wait) {
        var request = HttpRequest.newBuilder(base.resolve(path)).timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token(client))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(json.writeValueAsString(body)));
        if (wait.isPositive()) {
            request.header("Prefer", "wait=" + wait.toSeconds());
        }
        return answer(request.build());
    }

    /** Reads something. */
    JsonNode read(String client, String path) {
        return answer(HttpRequest.newBuilder(base.resolve(path)).timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token(client)).GET().build());
    }

    private JsonNode answer(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200 && response.statusCode() != 201) {
                throw new IllegalStateException(request.method() + " " + request.uri() + " gave " + response.statusCode() + ": "
                        + response.body());
            }
            return json.readTree(response.body());
        } catch (IOException e) {
            throw new IllegalStateException(request.method() + " " + request.uri() + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private String token(String client) {
        return tokens.computeIfAbsent(client, id -> {
            var basic = Base64.getEncoder().encodeToString(
                    (id + ":" + secrets.get(id).stringValue()).getBytes(StandardCharsets.UTF_8));
            return answer(HttpRequest.newBuilder(base.resolve("/oauth2/token")).timeout(TIMEOUT)
                    .header("Authorization", "Basic " + basic)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("grant_type=client_credentials")).build())
                    .get("access_token").stringValue();
        });
    }

    @Override
    public void close() {
        http.close();
    }
}
