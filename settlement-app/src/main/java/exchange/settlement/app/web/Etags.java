package exchange.settlement.app.web;

import exchange.settlement.app.command.IfMatch;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Versions of resources as entity tags: version 7 is {@code "7"}. */
public final class Etags {

    /** RFC 9110 also has bytes above ASCII in tags; this engine's have none, so nothing is lost. */
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"[!#-~]*+\"");
    private static final Pattern LIST = Pattern.compile("\\s*+" + TAG + "(?:\\s*+,\\s*+" + TAG + ")*+\\s*+");
    private static final Pattern OURS = Pattern.compile("\"([1-9][0-9]{0,17})\"");

    private Etags() {}

    /** The tag of a version. */
    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /**
     * The versions that a command takes. Tags are compared strongly: a weak one is well-formed and matches nothing, and so is one
     * that the engine never hands out.
     *
     * @param header the header's value, if it is there
     * @throws InvalidRequest if it is neither a star nor a list of entity tags
     */
    static Optional<IfMatch> ifMatch(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        if (header.strip().equals("*")) {
            return Optional.of(IfMatch.EXISTS);
        }
        if (!LIST.matcher(header).matches()) {
            throw new InvalidRequest("header:If-Match", "must be * or the ETags of reads, such as \"7\"");
        }
        var versions = TAG.matcher(header).results().map(MatchResult::group).map(OURS::matcher).filter(Matcher::matches)
                .map(tag -> Long.valueOf(tag.group(1))).collect(Collectors.toSet());
        return Optional.of(IfMatch.oneOf(versions));
    }
}
