package exchange.settlement.app.web;

import exchange.settlement.app.command.IfMatch;
import exchange.settlement.app.problem.FieldError;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * The headers that commands take.
 *
 * @param key     Idempotency-Key
 * @param patience Prefer: wait=&lt;seconds&gt;, at most 60 s; null when the client does not want to wait
 * @param ifMatch If-Match
 */
record CommandHeaders(String key, @Nullable Duration patience, Optional<IfMatch> ifMatch) {

    private static final String KEY = "Idempotency-Key";
    private static final Pattern KEY_SHAPE = Pattern.compile("[!-~]{1,128}");
    private static final Pattern WAIT = Pattern.compile("(?i)\\s*wait\\s*=\\s*\"?([0-9]{1,9})\"?\\s*");
    private static final long WAIT_SECONDS_MAX = 60;

    /**
     * Reads them.
     *
     * @throws InvalidRequest if the key is missing, or any of them is malformed or there twice
     */
    static CommandHeaders of(HttpServletRequest request) {
        return new CommandHeaders(key(request), preferredWait(single(request, "Prefer")),
                Etags.ifMatch(single(request, HttpHeaders.IF_MATCH)));
    }

    /**
     * A header that may be there once. Which of two counts would be a guess, and other software on the way may guess otherwise.
     *
     * @throws InvalidRequest if it is there twice
     */
    private static @Nullable String single(HttpServletRequest request, String name) {
        List<String> values = Collections.list(request.getHeaders(name));
        if (values.size() > 1) {
            throw new InvalidRequest("header:" + name, "is there twice");
        }
        return values.isEmpty() ? null : values.getFirst();
    }

    private static String key(HttpServletRequest request) {
        String key = single(request, KEY);
        if (key == null || key.isEmpty()) {
            throw new InvalidRequest("idempotency.key-missing",
                    "Send an Idempotency-Key header with a key of your own for this command, and the same when you repeat it.",
                    List.of(new FieldError("header:" + KEY, "is missing")));
        }
        if (!KEY_SHAPE.matcher(key).matches()) {
            throw new InvalidRequest("header:" + KEY, "must be 1 to 128 visible ASCII characters without blanks");
        }
        return key;
    }

    /** A preference that is not understood is ignored, as RFC 7240 wants it; the first of several counts. */
    private static @Nullable Duration preferredWait(@Nullable String header) {
        for (String preference : header == null ? new String[0] : header.split(",", -1)) {
            var wait = WAIT.matcher(preference);
            if (wait.matches()) {
                long seconds = Math.min(WAIT_SECONDS_MAX, Long.parseLong(wait.group(1)));
                return seconds == 0 ? null : Duration.ofSeconds(seconds);
            }
        }
        return null;
    }
}
