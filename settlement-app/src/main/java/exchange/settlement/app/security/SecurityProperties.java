package exchange.settlement.app.security;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator can set about security, below {@code settlement}.
 *
 * @param dataDirectory where keys and credentials are kept
 * @param clients       further programs by client id, or changes to the bundled ones
 * @param security      the rest
 */
@ConfigurationProperties("settlement")
public record SecurityProperties(@DefaultValue("data") Path dataDirectory, @DefaultValue Map<String, Client> clients,
        @DefaultValue Security security) {

    /**
     * A program that may ask for tokens.
     *
     * @param role   what it is to the exchange
     * @param secret its secret, 32 characters or more; made and kept in credentials.json when absent
     * @param bases  for a regulator, the bases it sees
     */
    public record Client(Role role, @Nullable String secret, @DefaultValue Set<String> bases) {}

    /**
     * Tokens, names and how the engine may be reached.
     *
     * @param issuer         the name under which the engine issues its own tokens. It is part of every command's identity, so
     *                       changing it makes old idempotency keys new; it is a name only and never asked anything
     * @param audience       the name that tokens must be issued for
     * @param tokenLifetime  how long an own token is good for
     * @param bundledClients whether the clients for trying things out exist
     * @param trustedProxy   whether a proxy in front terminates TLS
     * @param hosts          names, beyond localhost, under which the engine may be addressed
     * @param issuers        OpenID Connect issuers whose tokens are accepted too
     */
    public record Security(@DefaultValue("https://settlement.internal") String issuer,
            @DefaultValue("settlement") String audience, @DefaultValue("1h") Duration tokenLifetime,
            @DefaultValue("true") boolean bundledClients, @DefaultValue("false") boolean trustedProxy,
            @DefaultValue Set<String> hosts, @DefaultValue List<Issuer> issuers) {}

    /**
     * An issuer of one's own.
     *
     * @param issuerUri  where its OpenID Connect discovery is found, exactly as its tokens name it
     * @param audience   the name that its tokens must be issued for
     * @param rolesClaim the claim that lists roles; dots lead into nested claims ({@code realm_access.roles})
     * @param basesClaim the claim that lists a regulator's bases
     * @param roles      what each of its roles is here; whatever is not named here is nothing
     */
    public record Issuer(String issuerUri, String audience, @DefaultValue("roles") String rolesClaim,
            @DefaultValue("bases") String basesClaim, Map<String, Role> roles) {}
}
