package exchange.settlement.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import exchange.settlement.gate.RunningGate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens of an OpenID Connect issuer of one's own, here a stub. */
class ForeignIssuerTest {

    @TempDir
    Path data;

    private HttpServer server;
    private String issuer;
    private RSAKey key;

    @BeforeEach
    void start() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("theirs").generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer = "http://127.0.0.1:" + server.getAddress().getPort();
        serve("/.well-known/openid-configuration", "{\"issuer\":\"" + issuer + "\",\"jwks_uri\":\"" + issuer
                + "/jwks\",\"subject_types_supported\":[\"public\"],\"authorization_endpoint\":\"" + issuer + "/a\"}");
        serve("/jwks", new JWKSet(key.toPublicJWK()).toString());
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void its_roles_count_as_far_as_they_are_translated() throws JOSEException {
        try (var gate = gate()) {
            assertThat(read(gate, "desk", "api", List.of("ops"))).isEqualTo("200 -");
            assertThat(read(gate, "desk", "api", List.of("OPERATOR"))).as("no role of ours by its name")
                    .isEqualTo("403 auth.forbidden");
            assertThat(read(gate, "desk", "other", List.of("ops"))).isEqualTo("401 auth.token-invalid");
            assertThat(read(gate, "marketplace", "api", List.of("ops"))).as("a namesake of a client of ours")
                    .isEqualTo("401 auth.token-invalid");
        }
    }

    @Test
    void while_it_is_away_its_tokens_have_to_wait_and_others_go_on() throws JOSEException {
        try (var gate = gate()) {
            server.stop(0);
            assertThat(read(gate, "desk", "api", List.of("ops"))).isEqualTo("503 overloaded");
            assertThat(gate.get("operator", "/api/v1/orders").status()).isEqualTo(200);
        }
    }

    private RunningGate gate() {
        String at = "--settlement.security.issuers[0].";
        return RunningGate.start(data, at + "issuer-uri=" + issuer, at + "audience=api", at + "roles-claim=realm_access.roles",
                at + "roles.ops=OPERATOR");
    }

    private String read(RunningGate gate, String client, String audience, List<String> roles) throws JOSEException {
        var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("theirs").build(), new JWTClaimsSet.Builder()
                .issuer(issuer).audience(audience).subject("anna").claim("azp", client)
                .claim("realm_access", Map.of("roles", roles))
                .expirationTime(Date.from(Instant.now().plusSeconds(600))).build());
        token.sign(new RSASSASigner(key));
        return gate.send(gate.to("/api/v1/orders").header("Authorization", "Bearer " + token.serialize()).GET()).refusal();
    }

    private void serve(String path, String json) {
        server.createContext(path, exchange -> {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }
}
