package exchange.settlement.app.web;

import exchange.settlement.app.problem.FieldError;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The headers that commands take.
 *
 * @param key     Idempotency-Key
 * @param patience Prefer: wait=&lt;seconds&gt;, at most 60 s; null when the client does not want to wait
 * @param ifMatch If-Match
 */
record CommandHeaders(String key, @Nullable Duration patience, OptionalLong ifMatch) {

    private static final String KEY = "Idempotency-Key";
    private static final Pattern KEY_SHAPE = Pattern.compile("[!-~]{1,128}");
    private static final Pattern WAIT = Pattern.compile("(?i)\\s*wait\\s*=\\s*\"?([0-9]{1,9})\"?\\s*");
    private static final long WAIT_SECONDS_MAX = 60;

    /**
     * Reads them.
     *
     * @throws InvalidRequest if the key is missing, or any of them is malformed
     */
    static CommandHeaders of(HttpServletRequest request) {
        return new CommandHeaders(key(request), preferredWait(request), Etags.ifMatch(request));
    }

    private static String key(HttpServletRequest request) {
        List<String> keys = Collections.list(request.getHeaders(KEY));
        if (keys.isEmpty() || keys.getFirst().isEmpty()) {
            throw new InvalidRequest("idempotency.key-missing",
                    "Send an Idempotency-Key header with a key of your own for this command, and the same when you repeat it.",
                    List.of(new FieldError("header:" + KEY, "is missing")));
        }
        if (keys.size() > 1) {
            throw new InvalidRequest("header:" + KEY, "is there twice");
        }
        if (!KEY_SHAPE.matcher(keys.getFirst()).matches()) {
            throw new InvalidRequest("header:" + KEY, "must be 1 to 128 visible ASCII characters without blanks");
        }
        return keys.getFirst();
    }

    /** A preference that is not understood is ignored, as RFC 7240 wants it; the first of several counts. */
    private static @Nullable Duration preferredWait(HttpServletRequest request) {
        for (String header : Collections.list(request.getHeaders("Prefer"))) {
            for (String preference : header.split(",", -1)) {
                var wait = WAIT.matcher(preference);
                if (wait.matches()) {
                    long seconds = Math.min(WAIT_SECONDS_MAX, Long.parseLong(wait.group(1)));
                    return seconds == 0 ? null : Duration.ofSeconds(seconds);
                }
            }
        }
        return null;
    }
}
