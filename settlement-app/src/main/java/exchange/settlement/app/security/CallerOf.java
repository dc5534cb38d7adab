package exchange.settlement.app.security;

import exchange.settlement.domain.ClientId;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** Reads the caller out of a token whose signature, issuer, audience and time have been checked. */
final class CallerOf {

    private static final int NAME_LENGTH_MAX = 255;

    private CallerOf() {}

    /** Tokens of the embedded issuer. A client that is no longer configured is nobody, whatever its token says. */
    static Converter<Jwt, CallerToken> own(Clients clients) {
        return token -> {
            String client = client(token);
            if (clients.find(client).isEmpty()) {
                throw new InvalidBearerTokenException("The client does not exist any more");
            }
            var roles = EnumSet.noneOf(Role.class);
            Set<String> named = texts(token.getClaims().get(TokenIssuing.ROLES));
            Arrays.stream(Role.values()).filter(role -> named.contains(role.name())).forEach(roles::add);
            return token(token, client, roles, TokenIssuing.BASES);
        };
    }

    /**
     * Tokens of another issuer. Its roles count only as far as the configuration translates them. It cannot speak for a client
     * of the embedded issuer: members mandated that one, not a namesake.
     */
    static Converter<Jwt, CallerToken> foreign(SecurityProperties.Issuer issuer, Clients clients) {
        return token -> {
            String client = client(token);
            if (clients.find(client).isPresent()) {
                throw new InvalidBearerTokenException("The client id belongs to the embedded issuer");
            }
            var roles = EnumSet.noneOf(Role.class);
            texts(claim(token, issuer.rolesClaim())).stream().map(issuer.roles()::get).filter(Objects::nonNull)
                    .forEach(roles::add);
            return token(token, client, roles, issuer.basesClaim());
        };
    }

    private static CallerToken token(Jwt token, String client, Set<Role> roles, String basesClaim) {
        String subject = token.getSubject();
        if (subject == null || !isName(subject)) {
            throw new InvalidBearerTokenException("The token names no subject");
        }
        Set<String> bases = roles.contains(Role.REGULATOR) ? texts(claim(token, basesClaim)) : Set.of();
        String issuer = Objects.requireNonNull(token.getClaimAsString("iss"), "checked before");
        return new CallerToken(new Caller(issuer, new ClientId(client), subject, roles, bases));
    }

    private static String client(Jwt token) {
        for (String name : List.of(TokenIssuing.CLIENT, "azp")) {
            if (token.getClaims().get(name) instanceof String client && isName(client)) {
                return client;
            }
        }
        throw new InvalidBearerTokenException("The token names no client");
    }

    /** Names go into logs and metadata of events, where a line break would make two lines of one. */
    private static boolean isName(String text) {
        return !text.isBlank() && text.length() <= NAME_LENGTH_MAX && text.chars().noneMatch(Character::isISOControl);
    }

    private static @Nullable Object claim(Jwt token, String path) {
        Object at = token.getClaims().get(path);
        if (at != null) {
            return at;
        }
        at = token.getClaims();
        for (String step : path.split("\\.", -1)) {
            at = at instanceof Map<?, ?> nested ? nested.get(step) : null;
        }
        return at;
    }

    /** A list of texts, or one text with blanks between, as OAuth's own scope claim has it. */
    private static Set<String> texts(@Nullable Object claim) {
        var texts = new LinkedHashSet<String>();
        if (claim instanceof Collection<?> several) {
            several.forEach(one -> texts.add(String.valueOf(one)));
        } else if (claim instanceof String one) {
            texts.addAll(Arrays.asList(one.split(" ", -1)));
        }
        texts.remove("");
        return texts;
    }
}
