package exchange.settlement.app.command;

import java.util.Set;

/**
 * The versions that a command takes its target at, as {@code If-Match} of RFC 9110 has them. Whatever they are, the target must
 * exist.
 *
 * @param any      whether it takes all of them
 * @param versions those it takes, from 1
 */
public record IfMatch(boolean any, Set<Long> versions) {

    /** The target must exist. */
    public static final IfMatch EXISTS = new IfMatch(true, Set.of());

    public IfMatch {
        versions = Set.copyOf(versions);
    }

    /** The target must be at one of these versions; there may be none, which no target is at. */
    public static IfMatch oneOf(Set<Long> versions) {
        return new IfMatch(false, versions);
    }

    /** Whether a command may be decided on a target that has so many events; 0 when it does not exist. */
    public boolean admits(long version) {
        return versions.contains(version) || (any && version > 0);
    }
}
