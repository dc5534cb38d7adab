package exchange.settlement.app.web;

import exchange.settlement.app.problem.FieldError;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the query of an address strictly: each parameter known, and there once. */
final class Query {

    private Query() {}

    /**
     * The parameters by name.
     *
     * @param raw     the query as it came over the wire
     * @param allowed the names that the address takes
     * @throws InvalidRequest if others are there, or one is there twice
     */
    static Map<String, String> parse(@Nullable String raw, Set<String> allowed) {
        var found = new LinkedHashMap<String, String>();
        var errors = new ArrayList<FieldError>();
        for (String part : raw == null ? new String[0] : raw.split("&", -1)) {
            if (part.isEmpty()) {
                continue;
            }
            int equals = part.indexOf('=');
            String name = decode(equals < 0 ? part : part.substring(0, equals));
            String value = equals < 0 ? "" : decode(part.substring(equals + 1));
            if (!allowed.contains(name)) {
                String known = allowed.isEmpty() ? "none are" : String.join(", ", new TreeSet<>(allowed));
                errors.add(new FieldError("query:" + name, "is not a parameter here; allowed: " + known));
            } else if (found.putIfAbsent(name, value) != null) {
                errors.add(new FieldError("query:" + name, "is there twice"));
            }
        }
        if (!errors.isEmpty()) {
            throw new InvalidRequest(errors);
        }
        return found;
    }

    private static String decode(String text) {
        try {
            String decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
            if (decoded.indexOf('\uFFFD') < 0) {
                return decoded;
            }
        } catch (IllegalArgumentException malformed) {
            // Falls through to the refusal.
        }
        throw new InvalidRequest(List.of(new FieldError("query:", "must be percent-encoded UTF-8")));
    }
}
