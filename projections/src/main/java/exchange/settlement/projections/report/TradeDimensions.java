package exchange.settlement.projections.report;

import exchange.settlement.domain.listing.DataOrigin;
import exchange.settlement.domain.listing.ProductType;
import exchange.settlement.domain.listing.Sector;
import exchange.settlement.domain.listing.Territory;
import exchange.settlement.domain.order.Dimensions;
import exchange.settlement.domain.order.OrderEvent;
import exchange.settlement.domain.order.OrderEvent.OrderPlaced;
import exchange.settlement.domain.policy.SettlementTerms;
import exchange.settlement.projections.RecordedEvent;
import exchange.settlement.projections.RowBatch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import tools.jackson.databind.json.JsonMapper;

/** Remembers what the placing event of each trade fixed, for the facts that follow. */
final class TradeDimensions {

    private static final List<String> COLUMNS = List.of("trade uuid", "position bigint", "base text", "channel text",
            "product_type text", "sector text", "origin text", "territory text", "scenario text", "buyer_roles text",
            "provider_roles text", "client text", "listing uuid", "terms jsonb");

    private final JsonMapper mapper;

    record Trade(UUID order, Dimensions dimensions, String client, UUID listing, SettlementTerms terms) {}

    TradeDimensions(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** The trades of these order events: the ones placed here are remembered, the others looked up, all at once. */
    Map<UUID, Trade> of(List<RecordedEvent> orders, JdbcOperations db) {
        var known = new HashMap<UUID, Trade>();
        var placed = new RowBatch("trade_dimension", COLUMNS);
        for (var recorded : orders) {
            if (recorded.event() instanceof OrderPlaced event) {
                var contract = event.contract();
                var trade = new Trade(event.order().value(), contract.dimensions(), contract.client().value(),
                        contract.listing().value(), contract.terms());
                known.put(trade.order, trade);
                remember(trade, recorded.position(), placed);
            }
        }
        placed.insert(db);
        var missing = orders.stream().map(recorded -> ((OrderEvent) recorded.event()).order().value()).distinct()
                .filter(order -> !known.containsKey(order)).toArray();
        if (missing.length > 0) {
            db.query("select * from trade_dimension where trade = any (?)",
                    statement -> statement.setArray(1, statement.getConnection().createArrayOf("uuid", missing)), row -> {
                        var trade = trade(row);
                        known.put(trade.order, trade);
                    });
        }
        return known;
    }

    private void remember(Trade trade, long position, RowBatch placed) {
        var by = trade.dimensions;
        placed.add(trade.order, position, by.base(), by.channel(), by.productType(), by.sector(), by.origin(), by.territory(),
                by.scenario(), by.buyerRoles(), by.providerRoles(), trade.client, trade.listing,
                mapper.writeValueAsString(trade.terms));
    }

    private Trade trade(ResultSet row) throws SQLException {
        var dimensions = new Dimensions(row.getString("base"), Dimensions.Channel.valueOf(row.getString("channel")),
                ProductType.valueOf(row.getString("product_type")), Sector.valueOf(row.getString("sector")),
                DataOrigin.valueOf(row.getString("origin")), Territory.valueOf(row.getString("territory")),
                row.getString("scenario"), row.getString("buyer_roles"), row.getString("provider_roles"));
        return new Trade(row.getObject("trade", UUID.class), dimensions, row.getString("client"),
                row.getObject("listing", UUID.class), mapper.readValue(row.getString("terms"), SettlementTerms.class));
    }
}
