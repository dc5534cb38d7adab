package exchange.settlement.app.security;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** The embedded issuer: clients, their secrets, the signing key, and what a token says. */
@Configuration(proxyBeanMethods = false)
class TokenIssuing {

    static final String ROLES = "roles";
    static final String BASES = "bases";
    static final String CLIENT = "client_id";

    @Bean
    Clients clients(SetupCheck passed, SecurityProperties properties) {
        return Clients.of(properties);
    }

    @Bean
    RSAKey signingKey(SetupCheck passed, SecurityProperties properties) {
        return SigningKey.in(properties.dataDirectory().resolve("keys"));
    }

    @Bean
    JWKSource<SecurityContext> signingKeys(RSAKey key) {
        return new ImmutableJWKSet<>(new JWKSet(key));
    }

    @Bean
    PasswordEncoder hashedSecrets() {
        return new HashedSecrets();
    }

    @Bean
    OAuth2AuthorizationService unrecordedTokens() {
        return new UnrecordedTokens();
    }

    @Bean
    AuthorizationServerSettings issuerSettings(SecurityProperties properties) {
        return AuthorizationServerSettings.builder().issuer(properties.security().issuer()).build();
    }

    @Bean
    RegisteredClientRepository registeredClients(Clients clients, PasswordEncoder secrets, SecurityProperties properties) {
        Map<String, RegisteredClient> byId = clients.all().stream()
                .collect(Collectors.toMap(Clients.Client::id, client -> registered(client, secrets, properties)));
        return new RegisteredClientRepository() {
            @Override
            public void save(RegisteredClient client) {
                throw new UnsupportedOperationException("Clients come from the configuration");
            }

            @Override
            public @Nullable RegisteredClient findById(String id) {
                return byId.get(id);
            }

            @Override
            public @Nullable RegisteredClient findByClientId(String id) {
                return byId.get(id);
            }
        };
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims(Clients clients, SecurityProperties properties) {
        return context -> clients.find(context.getRegisteredClient().getClientId()).ifPresent(client -> context.getClaims()
                .audience(List.of(properties.security().audience()))
                .claim(CLIENT, client.id())
                .claim(ROLES, List.of(client.role().name()))
                .claim(BASES, client.bases().stream().sorted().toList()));
    }

    private static RegisteredClient registered(Clients.Client client, PasswordEncoder secrets, SecurityProperties properties) {
        return RegisteredClient.withId(client.id()).clientId(client.id()).clientSecret(secrets.encode(client.secret()))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenSettings(TokenSettings.builder().accessTokenTimeToLive(properties.security().tokenLifetime()).build())
                .build();
    }
}
