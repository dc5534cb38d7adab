package exchange.settlement.app.security;

import exchange.settlement.domain.ClientId;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is asking, as a verified token says. Usable as an argument of any controller method.
 *
 * @param issuer  who issued the token
 * @param client  the program
 * @param subject the person or, for a program's own token, the program
 * @param roles   what the issuer grants, never empty
 * @param bases   for regulators, the codes of the service bases (服务基地) whose figures they may see
 */
public record Caller(String issuer, ClientId client, String subject, Set<Role> roles, Set<String> bases) {

    /** Stands for all service bases. */
    public static final String EVERY_BASE = "*";

    public Caller {
        roles = Set.copyOf(roles);
        bases = Set.copyOf(bases);
    }

    /** The codes of the service bases that the caller is confined to; null when it sees all. */
    public @Nullable Set<String> confinedTo() {
        return seesBase(EVERY_BASE) ? null : bases;
    }

    /** Whether the caller may see the figures of a service base; only regulators are confined to some. */
    public boolean seesBase(String base) {
        return !roles.contains(Role.REGULATOR) || bases.contains(EVERY_BASE) || bases.contains(base);
    }

    /** Whether the caller has at least one of these roles. */
    public boolean isAny(Role... wanted) {
        return Arrays.stream(wanted).anyMatch(roles::contains);
    }
}
