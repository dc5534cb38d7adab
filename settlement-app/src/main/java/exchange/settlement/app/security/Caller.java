package exchange.settlement.app.security;

import exchange.settlement.domain.ClientId;
import java.util.Arrays;
import java.util.Set;

/**
 * Who is asking, as a verified token says. Usable as an argument of any controller method.
 *
 * @param issuer  who issued the token
 * @param client  the program
 * @param subject the person or, for a program's own token, the program
 * @param roles   what the issuer grants, never empty
 * @param bases   for regulators, the bases of reports that they may see
 */
public record Caller(String issuer, ClientId client, String subject, Set<Role> roles, Set<String> bases) {

    public Caller {
        roles = Set.copyOf(roles);
        bases = Set.copyOf(bases);
    }

    /** Whether the caller has at least one of these roles. */
    public boolean isAny(Role... wanted) {
        return Arrays.stream(wanted).anyMatch(roles::contains);
    }
}
