package exchange.settlement.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import exchange.settlement.gate.RunningGate;
import exchange.settlement.gate.RunningGate.Answer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which tokens count, over a real connection. */
class TokenTest {

    private static final String ORDERS = "/api/v1/orders";

    private static RunningGate gate;
    private static RSAKey key;

    @BeforeAll
    static void start(@TempDir Path data) {
        gate = RunningGate.start(data);
        key = gate.context().getBean(RSAKey.class);
    }

    @AfterAll
    static void stop() {
        gate.close();
    }

    @Test
    void a_token_says_who_it_is_for_and_what_its_client_is() throws ParseException {
        var answer = gate.token("regulator", gate.secret("regulator"), "grant_type=client_credentials");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("token_type").stringValue()).isEqualTo("Bearer");
        assertThat(answer.json().get("expires_in").intValue()).isBetween(3500, 3600);
        var token = SignedJWT.parse(answer.json().get("access_token").stringValue());
        assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
        var claims = token.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo("https://settlement.internal");
        assertThat(claims.getAudience()).containsExactly("settlement");
        assertThat(claims.getStringListClaim("roles")).containsExactly("REGULATOR");
        assertThat(claims.getStringListClaim("bases")).containsExactly("*");
    }

    @Test
    void a_handmade_token_like_the_engines_own_counts() throws JOSEException {
        assertThat(read(signed(key, claims -> claims)).status()).isEqualTo(200);
    }

    @Test
    void missing_and_garbled_tokens_are_told_apart() {
        var missing = gate.send(gate.to(ORDERS).GET());
        assertThat(missing.refusal()).isEqualTo("401 auth.token-missing");
        assertThat(missing.header("WWW-Authenticate")).isEqualTo("Bearer");
        for (String garbled : List.of("x", "a.b.c", "..", "é", "a b")) {
            assertInvalid(read(garbled));
        }
        assertThat(gate.send(gate.to(ORDERS).header("Authorization", "Basic eDp5").GET()).refusal())
                .isEqualTo("401 auth.token-missing");
        assertThat(gate.send(gate.to(ORDERS + "?access_token=" + gate.token("operator")).GET()).refusal())
                .isEqualTo("401 auth.token-missing");
    }

    @Test
    void forged_tokens_do_not_count() throws JOSEException, ParseException {
        JWTClaimsSet claims = claims(c -> c);
        assertInvalid(read(new PlainJWT(claims).serialize()));
        RSAKey other = new RSAKeyGenerator(2048).keyID(key.getKeyID()).generate();
        assertInvalid(read(signed(other, c -> c)));
        byte[] publicKey = key.toRSAPublicKey().getEncoded();
        assertInvalid(read(signed(JWSAlgorithm.HS256, new MACSigner(publicKey), claims)));
        assertInvalid(read(signed(JWSAlgorithm.RS512, new RSASSASigner(key), claims)));
        String[] parts = gate.token("bank").split("\\.", -1);
        String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8).replace("BANK", "OPERATOR");
        String tampered = Base64.getUrlEncoder().withoutPadding().encodeToString(payload.getBytes(StandardCharsets.UTF_8));
        assertInvalid(read(parts[0] + "." + tampered + "." + parts[2]));
        assertInvalid(read(parts[0] + "." + parts[1] + "."));
    }

    @Test
    void tokens_out_of_time_or_for_others_do_not_count() throws JOSEException {
        Instant now = Instant.now();
        assertInvalid(read(signed(key, c -> c.expirationTime(Date.from(now.minusSeconds(120))))));
        assertInvalid(read(signed(key, c -> c.expirationTime(null))));
        assertInvalid(read(signed(key, c -> c.notBeforeTime(Date.from(now.plusSeconds(600))))));
        assertInvalid(read(signed(key, c -> c.audience("another"))));
        assertInvalid(read(signed(key, c -> c.audience((String) null))));
        assertInvalid(read(signed(key, c -> c.issuer("https://evil.example"))));
        assertInvalid(read(signed(key, c -> c.issuer(null))));
        assertInvalid(read(signed(key, c -> c.subject(null))));
        assertInvalid(read(signed(key, c -> c.claim("client_id", null))));
        assertInvalid(read(signed(key, c -> c.claim("client_id", "dismissed"))));
    }

    @Test
    void a_token_without_a_role_opens_nothing() throws JOSEException {
        assertThat(read(signed(key, c -> c.claim("roles", List.of()))).refusal()).isEqualTo("403 auth.forbidden");
        assertThat(read(signed(key, c -> c.claim("roles", null))).refusal()).isEqualTo("403 auth.forbidden");
        assertThat(read(signed(key, c -> c.claim("roles", List.of("EMPEROR")))).refusal()).isEqualTo("403 auth.forbidden");
    }

    @Test
    void wrong_secrets_and_grants_get_no_token() {
        String grant = "grant_type=client_credentials";
        var wrong = gate.token("bank", "wrong", grant);
        assertThat(wrong.refusal()).isEqualTo("401 auth.client-invalid");
        assertThat(wrong.header("WWW-Authenticate")).startsWith("Basic");
        assertThat(wrong.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(gate.token("nobody", "wrong", grant).refusal()).isEqualTo("401 auth.client-invalid");
        assertThat(gate.token("bank", gate.secret("operator"), grant).refusal()).isEqualTo("401 auth.client-invalid");
        for (String form : List.of("grant_type=password&username=a&password=b", "grant_type=authorization_code&code=x", "",
                "grant_type=")) {
            assertThat(gate.token("bank", gate.secret("bank"), form).refusal()).as(form).isEqualTo("400 request.invalid");
        }
        for (String closed : List.of("/oauth2/jwks", "/oauth2/introspect", "/oauth2/revoke", "/oauth2/authorize",
                "/.well-known/oauth-authorization-server", "/.well-known/openid-configuration", "/login", "/logout")) {
            assertThat(gate.get("operator", closed).refusal()).as(closed).isEqualTo("404 not-found");
        }
    }

    private static Answer read(String token) {
        return gate.send(gate.to(ORDERS).header("Authorization", "Bearer " + token).GET());
    }

    private static void assertInvalid(Answer answer) {
        assertThat(answer.refusal()).isEqualTo("401 auth.token-invalid");
        assertThat(answer.header("WWW-Authenticate")).contains("invalid_token");
        assertThat(answer.http().body()).doesNotContain("Exception", "Jwt", "nimbus");
    }

    private static String signed(RSAKey key, UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        return signed(JWSAlgorithm.RS256, new RSASSASigner(key), claims(change));
    }

    private static String signed(JWSAlgorithm algorithm, JWSSigner signer, JWTClaimsSet claims) throws JOSEException {
        var token = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), claims);
        token.sign(signer);
        return token.serialize();
    }

    private static JWTClaimsSet claims(UnaryOperator<JWTClaimsSet.Builder> change) {
        return change
                .apply(new JWTClaimsSet.Builder().issuer("https://settlement.internal").audience("settlement").subject("operator")
                        .claim("client_id", "operator").claim("roles", List.of("OPERATOR"))
                        .expirationTime(Date.from(Instant.now().plusSeconds(600))))
                .build();
    }
}
