package exchange.settlement.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running engine, spoken to over HTTP as any of its clients. */
final class Engine implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor()).build();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final URI base;
    private final JsonNode secrets;

    Engine(URI base, Path dataDirectory) throws IOException {
        this.base = base;
        this.secrets = JSON.readTree(Files.readString(dataDirectory.resolve("credentials.json"))).get("clients");
    }

    /** Lets somebody speak whose token was made elsewhere, under a name of his own. */
    void admit(String person, String token) {
        tokens.put(person, token);
    }

    /** Reads as a client. */
    Answer get(String client, String path) {
        return get(client, path, "application/json");
    }

    /** Reads another representation. */
    Answer get(String client, String path, String mediaType) {
        return send(request(client, path).header("Accept", mediaType).GET().build());
    }

    /** Reads without a token. */
    Answer getAsStranger(String path) {
        return send(HttpRequest.newBuilder(base.resolve(path)).timeout(TIMEOUT).GET().build());
    }

    /** A command of a client, to be completed and sent. */
    Command command(String client, String path) {
        return new Command(client, path);
    }

    /** The position of the last event recorded. */
    long head() {
        return get("operator", "/api/v1/operations/projections").expect(200).items().getFirst().get("head").asLong();
    }

    /** Recomputes the invariants up to now, and complains when one is broken. */
    void assertInvariantsHold() {
        var report = get("operator", "/api/v1/operations/invariants?atLeast=" + head()).expect(200);
        assertThat(report.json().get("holds").asBoolean()).as(report.body()).isTrue();
        assertThat(report.json().get("checks")).as("checks").isNotEmpty();
    }

    /** One command. Its key is a new one unless set. */
    final class Command {

        private final String client;
        private final HttpRequest.Builder request;
        private String key = UUID.randomUUID().toString();
        private String body = "{}";

        private Command(String client, String path) {
            this.client = client;
            this.request = request(client, path).header("Content-Type", "application/json");
        }

        Command key(String of) {
            key = of;
            return this;
        }

        Command body(Map<String, ?> fields) {
            return rawBody(JSON.writeValueAsString(fields));
        }

        Command rawBody(String json) {
            body = json;
            return this;
        }

        /** Wants the answer when the step has come to rest. */
        Command waiting() {
            request.header("Prefer", "wait=30");
            return this;
        }

        Command header(String name, String value) {
            request.header(name, value);
            return this;
        }

        Command ifMatch(long version) {
            request.header("If-Match", "\"" + version + "\"");
            return this;
        }

        Answer send() {
            return Engine.this.send(request.header("Idempotency-Key", key).POST(BodyPublishers.ofString(body)).build());
        }

        @Override
        public String toString() {
            return client + " " + body;
        }
    }

    private HttpRequest.Builder request(String client, String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(TIMEOUT).header("Authorization", "Bearer " + token(client));
    }

    private Answer send(HttpRequest request) {
        try {
            return Answer.of(http.send(request, BodyHandlers.ofString()));
        } catch (IOException failed) {
            throw new Unanswered(request, failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** The bundled client's token; tests make other persons' tokens of it. */
    String token(String client) {
        return tokens.computeIfAbsent(client, id -> {
            var basic = Base64.getEncoder()
                    .encodeToString((id + ":" + secrets.get(id).stringValue()).getBytes(StandardCharsets.UTF_8));
            return send(HttpRequest.newBuilder(base.resolve("/oauth2/token")).timeout(TIMEOUT)
                    .header("Authorization", "Basic " + basic)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("grant_type=client_credentials")).build()).expect(200).text("access_token");
        });
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    /** No answer came: the connection was refused or broke. What became of the request is unknown. */
    static final class Unanswered extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private Unanswered(HttpRequest request, IOException cause) {
            super(request.method() + " " + request.uri() + ": " + cause, cause);
        }
    }
}
