package exchange.settlement.projections.history;

import exchange.settlement.domain.Money;
import exchange.settlement.domain.SettlementEvent;
import exchange.settlement.domain.catalogue.EventCatalogue;
import exchange.settlement.domain.order.OrderId;
import exchange.settlement.projections.Origin;
import exchange.settlement.projections.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import tools.jackson.databind.json.JsonMapper;

/**
 * What happened in a trade, in order.
 * <p>
 * Balances come from the journal, which another projection keeps: whoever needs them complete waits for {@code journal} as well
 * as for {@code history}.
 */
public final class TradeHistory {

    private final JdbcOperations db;
    private final JsonMapper mapper;

    /** Queries. */
    public TradeHistory(JdbcOperations db, JsonMapper mapper) {
        this.db = db;
        this.mapper = mapper;
    }

    /** The events of a trade in the order in which they were recorded; empty when there is no such order. */
    public List<TradeEntry> of(OrderId order) {
        var balances = balances(order);
        return db.query("""
                select position, event_id, event_type, event_revision, stream, sequence, effective_at, recorded_at, payload,
                       command_id, root_command_id, causation_id, client, subject
                  from trade_event where trade = ? order by position
                """, (row, _) -> entry(row, balances), order.value());
    }

    private Map<Long, List<TradeEntry.Balance>> balances(OrderId order) {
        var found = new HashMap<Long, List<TradeEntry.Balance>>();
        db.query("select position, account, currency, amount, balance from posting where trade = ? order by position, leg",
                (ResultSet row) -> {
                    var currency = Currency.getInstance(row.getString("currency"));
                    found.computeIfAbsent(row.getLong("position"), _ -> new ArrayList<>())
                            .add(new TradeEntry.Balance(row.getString("account"), new Money(row.getLong("amount"), currency),
                                    new Money(row.getLong("balance"), currency)));
                }, order.value());
        return found;
    }

    private TradeEntry entry(ResultSet row, Map<Long, List<TradeEntry.Balance>> balances) throws SQLException {
        long position = row.getLong("position");
        var type = row.getString("event_type");
        var payload = row.getString("payload");
        var origin = new Origin(row.getString("command_id"), row.getString("root_command_id"), row.getString("causation_id"),
                row.getString("client"), row.getString("subject"));
        return new TradeEntry(position, row.getObject("event_id", UUID.class), type, row.getInt("event_revision"),
                row.getString("stream"), row.getLong("sequence"), Times.instant(row, "effective_at"),
                Times.instant(row, "recorded_at"), event(type, payload), payload, origin,
                balances.getOrDefault(position, List.of()));
    }

    private SettlementEvent event(String type, String payload) {
        var known = EventCatalogue.named(type)
                .orElseThrow(() -> new IllegalStateException("No event is named " + type + ": build the history anew"));
        return mapper.readValue(payload, known);
    }
}
