package exchange.settlement.app.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.authentication.JwtIssuerAuthenticationManagerResolver;

/** Which tokens count: the engine's own, and those of the issuers that the configuration names. */
@Configuration(proxyBeanMethods = false)
class TokenChecking {

    /** What other issuers may sign with. Asymmetric only: with HS256 a public key could be passed off as a shared secret. */
    private static final Set<SignatureAlgorithm> FOREIGN_ALGORITHMS = Set.of(SignatureAlgorithm.RS256, SignatureAlgorithm.PS256,
            SignatureAlgorithm.ES256);

    private static final AuthenticationManager NOBODY = _ -> {
        throw new InvalidBearerTokenException("The issuer is not trusted");
    };

    /** Checks the engine's own tokens with its own key: no request to anybody, one algorithm. */
    @Bean
    JwtDecoder ownTokens(RSAKey key, SecurityProperties properties) throws JOSEException {
        var decoder = NimbusJwtDecoder.withPublicKey(key.toRSAPublicKey()).signatureAlgorithm(SignatureAlgorithm.RS256).build();
        decoder.setJwtValidator(claims(properties.security().issuer(), properties.security().audience()));
        return decoder;
    }

    @Bean
    JwtIssuerAuthenticationManagerResolver issuers(JwtDecoder ownTokens, Clients clients, SecurityProperties properties) {
        var trusted = new HashMap<String, AuthenticationManager>();
        for (SecurityProperties.Issuer issuer : properties.security().issuers()) {
            trusted.put(issuer.issuerUri(), manager(foreignTokens(issuer), CallerOf.foreign(issuer, clients)));
        }
        String own = properties.security().issuer();
        if (trusted.put(own, manager(ownTokens, CallerOf.own(clients))) != null) {
            throw new InsecureSetup(
                    "The issuer " + own + " is the engine's own name: give it another in settlement.security.issuer.");
        }
        Map<String, AuthenticationManager> fixed = Map.copyOf(trusted);
        return new JwtIssuerAuthenticationManagerResolver(issuer -> fixed.getOrDefault(issuer, NOBODY));
    }

    private static JwtDecoder foreignTokens(SecurityProperties.Issuer issuer) {
        // Its keys are asked for with its first token, so that the engine starts while the issuer is away.
        var decoder = new SupplierJwtDecoder(() -> {
            var keys = NimbusJwtDecoder.withIssuerLocation(issuer.issuerUri()).validateType(false)
                    .jwsAlgorithms(known -> known.addAll(FOREIGN_ALGORITHMS)).build();
            keys.setJwtValidator(claims(issuer.issuerUri(), issuer.audience()));
            return keys;
        });
        return token -> {
            try {
                return decoder.decode(token);
            } catch (JwtDecoderInitializationException away) {
                // Says "not now" to Spring Security, where this would be a failure of the engine.
                throw new JwtException("The keys of an issuer cannot be had", away);
            }
        };
    }

    private static AuthenticationManager manager(JwtDecoder decoder, Converter<Jwt, CallerToken> caller) {
        var provider = new JwtAuthenticationProvider(decoder);
        provider.setJwtAuthenticationConverter(caller);
        return new ProviderManager(List.of(provider));
    }

    private static OAuth2TokenValidator<Jwt> claims(String issuer, String audience) {
        return new DelegatingOAuth2TokenValidator<>(List.of(new JwtTimestampValidator(), new JwtIssuerValidator(issuer),
                new JwtAudienceValidator(audience),
                // The timestamp check lets a token pass that never expires.
                new JwtClaimValidator<>("exp", Objects::nonNull)));
    }
}
