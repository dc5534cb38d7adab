package exchange.settlement.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;

/** Versions of resources as entity tags: version 7 is {@code "7"}. */
public final class Etags {

    private static final Pattern TAG = Pattern.compile("\"(0|[1-9][0-9]{0,17})\"");

    private Etags() {}

    /** The tag of a version. */
    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /**
     * The version that a command insists on.
     *
     * @throws InvalidRequest if the header is there and is anything but one strong tag
     */
    static OptionalLong ifMatch(HttpServletRequest request) {
        List<String> tags = Collections.list(request.getHeaders(HttpHeaders.IF_MATCH));
        if (tags.isEmpty()) {
            return OptionalLong.empty();
        }
        var tag = TAG.matcher(tags.getFirst().strip());
        if (tags.size() > 1 || !tag.matches()) {
            throw new InvalidRequest("header:If-Match", "must be the ETag of a read, such as \"7\"");
        }
        return OptionalLong.of(Long.parseLong(tag.group(1)));
    }
}
