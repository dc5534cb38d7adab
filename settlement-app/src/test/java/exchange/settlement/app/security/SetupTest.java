package exchange.settlement.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exchange.settlement.gate.RunningGate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;
import tools.jackson.databind.json.JsonMapper;

/** Credentials, keys, and what the engine refuses to start with. */
class SetupTest {

    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    @TempDir
    Path data;

    @Test
    void the_first_start_makes_credentials_and_later_ones_keep_them() throws IOException {
        String token;
        String secret;
        try (var gate = RunningGate.start(data)) {
            token = gate.token("operator");
            secret = gate.secret("operator");
        }
        Path file = data.resolve("credentials.json");
        assertThat(mode(file)).isEqualTo("rw-------");
        assertThat(mode(data.resolve("keys/token-signing.jwk"))).isEqualTo("rw-------");
        assertThat(mode(data.resolve("keys"))).isEqualTo("rwx------");
        var tree = JsonMapper.shared().readTree(Files.readString(file));
        assertThat(tree.propertyNames()).containsExactlyInAnyOrder("clients", "users");
        assertThat(tree.get("clients").propertyNames())
                .containsExactlyInAnyOrder("marketplace", "operator", "approver", "bank", "regulator", "support");
        assertThat(tree.get("users").isEmpty() && tree.get("users").isObject()).isTrue();
        try (var again = RunningGate.start(data, "--settlement.clients.second.role=marketplace",
                "--settlement.clients.third.role=support", "--settlement.clients.third.secret=" + SECRET)) {
            assertThat(again.secret("operator")).isEqualTo(secret);
            var answer = again.send(again.to("/api/v1/orders").header("Authorization", "Bearer " + token).GET());
            assertThat(answer.status()).as("a token outlives a restart").isEqualTo(200);
            assertThat(again.get("second", "/api/v1/orders").status()).isEqualTo(200);
            assertThat(again.token("third", SECRET, "grant_type=client_credentials").status()).isEqualTo(200);
            assertThat(Files.readString(file)).contains("second").doesNotContain("third", SECRET);
        }
    }

    @Test
    void secrets_that_others_can_read_or_that_are_weak_or_broken_stop_the_start() throws IOException {
        assertThat(Credentials.of(data.resolve("a.json"), List.of("x")).clients().get("x")).hasSize(43);
        Path file = data.resolve("credentials.json");
        Files.writeString(file, "{\"clients\":{\"x\":\"hush\"");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> Credentials.of(file, List.of("x"))).isInstanceOf(InsecureSetup.class)
                .hasMessageContaining("chmod 600");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThatThrownBy(() -> Credentials.of(file, List.of("x"))).isInstanceOf(InsecureSetup.class)
                .hasMessageNotContaining("hush").hasNoCause();
        var weak = properties(true, false, Map.of("x", new SecurityProperties.Client(Role.BANK, "short", Set.of())));
        Files.delete(file);
        assertThatThrownBy(() -> Clients.of(weak)).isInstanceOf(InsecureSetup.class).hasMessageContaining("too short");
    }

    @Test
    void beyond_loopback_tls_and_own_clients_are_demanded() {
        for (String loopback : List.of("127.0.0.1", "localhost", "::1")) {
            assertThatCode(() -> check(true, false, "server.address", loopback)).doesNotThrowAnyException();
        }
        assertThatThrownBy(() -> check(false, false)).isInstanceOf(InsecureSetup.class).hasMessageContaining("TLS");
        assertThatThrownBy(() -> check(false, false, "server.address", "0.0.0.0")).isInstanceOf(InsecureSetup.class);
        assertThatThrownBy(() -> check(false, false, "server.ssl.bundle", "web", "server.ssl.enabled", "false"))
                .isInstanceOf(InsecureSetup.class);
        assertThatThrownBy(() -> check(true, false, "server.ssl.bundle", "web")).isInstanceOf(InsecureSetup.class)
                .hasMessageContaining("bundled");
        assertThatThrownBy(() -> check(true, true)).isInstanceOf(InsecureSetup.class).hasMessageContaining("bundled");
        assertThatCode(() -> check(false, false, "server.ssl.bundle", "web")).doesNotThrowAnyException();
        assertThatCode(() -> check(false, true)).doesNotThrowAnyException();
    }

    @Test
    void an_insecure_setup_stops_the_start_before_anything_listens() {
        assertThatThrownBy(() -> RunningGate.start(data, "--server.address=0.0.0.0").close())
                .hasRootCauseInstanceOf(InsecureSetup.class);
        assertThat(data.resolve("credentials.json")).doesNotExist();
    }

    @Test
    void failing_to_sign_in_again_and_again_has_to_wait() {
        try (var gate = RunningGate.start(data)) {
            String grant = "grant_type=client_credentials";
            for (int i = 0; i < 10; i++) {
                assertThat(gate.token("bank", "wrong" + i, grant).status()).isEqualTo(401);
            }
            var throttled = gate.token("bank", gate.secret("bank"), grant);
            assertThat(throttled.refusal()).isEqualTo("429 auth.throttled");
            assertThat(Integer.parseInt(throttled.header("Retry-After"))).isBetween(1, 60);
            assertThat(gate.token("operator", gate.secret("operator"), grant).status()).isEqualTo(200);
        }
    }

    @Test
    void the_wait_ends_after_a_minute_and_memory_is_bounded() {
        var now = new AtomicReference<>(Instant.EPOCH);
        var throttle = new SignInThrottle(now::get);
        for (int i = 0; i < 10; i++) {
            assertThat(throttle.wait("a")).isEmpty();
            throttle.failed("a");
        }
        assertThat(throttle.wait("a")).contains(Duration.ofMinutes(1));
        now.set(Instant.EPOCH.plusSeconds(60));
        assertThat(throttle.wait("a")).isEmpty();
        throttle.failed("a");
        assertThat(throttle.wait("a")).isEmpty();
        for (int i = 0; i < 30_000; i++) {
            throttle.failed("x" + i);
        }
        assertThat(throttle.remembered()).isEqualTo(10_000);
    }

    private void check(boolean bundled, boolean proxy, String... settings) {
        var environment = new MockEnvironment();
        for (int i = 0; i < settings.length; i += 2) {
            environment.setProperty(settings[i], settings[i + 1]);
        }
        SetupCheck.of(environment, properties(bundled, proxy, Map.of()).security());
    }

    private SecurityProperties properties(boolean bundled, boolean proxy, Map<String, SecurityProperties.Client> clients) {
        return new SecurityProperties(data, clients, new SecurityProperties.Security("https://settlement.internal", "settlement",
                Duration.ofHours(1), bundled, proxy, Set.of(), List.of()));
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
