package exchange.settlement.gate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The gate on a real Tomcat with a port of its own, and a client that speaks to it. */
public final class RunningGate implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final ConfigurableApplicationContext context;
    private final Path data;

    private RunningGate(ConfigurableApplicationContext context, Path data) {
        this.context = context;
        this.data = data;
    }

    public static RunningGate start(Path data, String... settings) {
        var arguments = new ArrayList<>(List.of("--server.port=0", "--server.address=127.0.0.1",
                "--settlement.data-directory=" + data,
                "--management.endpoints.web.exposure.include=health,prometheus", "--spring.threads.virtual.enabled=true"));
        for (String setting : settings) {
            String name = setting.substring(0, setting.indexOf('=') + 1);
            arguments.removeIf(argument -> argument.startsWith(name));
            arguments.add(setting);
        }
        return new RunningGate(SpringApplication.run(GateApplication.class, arguments.toArray(String[]::new)), data);
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    public int port() {
        return Objects.requireNonNull(((ServletWebServerApplicationContext) context).getWebServer()).getPort();
    }

    public String secret(String client) {
        try {
            return JSON.readTree(Files.readString(data.resolve("credentials.json"))).get("clients").get(client).stringValue();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public Answer token(String client, String secret, String form) {
        String basic = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return send(to("/oauth2/token").header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form)));
    }

    public String token(String client) {
        return tokens.computeIfAbsent(client,
                id -> token(id, secret(id), "grant_type=client_credentials").json().get("access_token").stringValue());
    }

    public HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
    }

    public HttpRequest.Builder as(String client, String path) {
        return to(path).header("Authorization", "Bearer " + token(client));
    }

    public HttpRequest.Builder command(String path, BodyPublisher body) {
        return as("marketplace", path).header("Idempotency-Key", "k-1").header("Content-Type", "application/json").POST(body);
    }

    public Answer post(String path, String body) {
        return send(command(path, BodyPublishers.ofString(body)));
    }

    public Answer get(String client, String path) {
        return send(as(client, path).GET());
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(answer);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        context.close();
        http.close();
    }

    /** What came back. */
    public record Answer(HttpResponse<String> http) {

        public int status() {
            return http.statusCode();
        }

        public JsonNode json() {
            return JSON.readTree(http.body());
        }

        public String header(String name) {
            return http.headers().firstValue(name).orElse("");
        }

        /** Status and code at once. */
        public String refusal() {
            return status() + " " + json().path("code").asString("-");
        }
    }
}
