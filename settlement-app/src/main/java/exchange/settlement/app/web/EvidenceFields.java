package exchange.settlement.app.web;

import exchange.settlement.domain.order.Evidence;
import java.util.List;
import java.util.regex.Pattern;

/** Reads evidence: addresses, which the engine never fetches, and the hashes that count. */
public final class EvidenceFields {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final int MOST = 100;

    private EvidenceFields() {}

    /** A list of evidence, which may be empty. */
    public static List<Evidence> of(Fields body, String name) {
        return body.objects(name, MOST).stream().map(EvidenceFields::one).toList();
    }

    /** A list of evidence that is not empty. */
    public static List<Evidence> required(Fields body, String name) {
        var evidence = of(body, name);
        if (evidence.isEmpty() && body.has(name)) {
            body.reject(name, "must name at least one piece of evidence");
        }
        return evidence;
    }

    private static Evidence one(Fields item) {
        return new Evidence(item.text("uri", 2000),
                item.pattern("sha256", SHA256, "must be 64 lower-case hexadecimal digits of a SHA-256"));
    }
}
