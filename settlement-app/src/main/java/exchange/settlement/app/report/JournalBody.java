package exchange.settlement.app.report;

import exchange.settlement.projections.journal.JournalEntry;
import java.util.LinkedHashMap;
import java.util.Map;

/** How the API shows an entry of the journal. */
public final class JournalBody {

    private JournalBody() {}

    /** The fields of an entry, named as in the history of a trade. */
    public static Map<String, Object> of(JournalEntry entry) {
        var body = new LinkedHashMap<String, Object>();
        body.put("position", Long.toString(entry.position()));
        body.put("type", entry.eventType());
        body.put("stream", entry.stream());
        if (entry.trade() != null) {
            body.put("orderId", entry.trade());
        }
        body.put("effectiveAt", entry.effectiveAt());
        body.put("recordedAt", entry.recordedAt());
        body.put("legs", entry.legs());
        return body;
    }
}
