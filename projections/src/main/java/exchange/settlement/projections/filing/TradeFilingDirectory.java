package exchange.settlement.projections.filing;

import exchange.settlement.domain.filing.TradeFilingEvent;
import exchange.settlement.domain.filing.TradeFilingEvent.TradeFiled;
import exchange.settlement.domain.member.MemberId;
import exchange.settlement.projections.Conditions;
import exchange.settlement.projections.Page;
import exchange.settlement.projections.Projection;
import exchange.settlement.projections.StateProjection;
import exchange.settlement.projections.StateQueries;
import exchange.settlement.projections.Versioned;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import tools.jackson.databind.json.JsonMapper;

/** Filed trades by id, base, provider and buyer. */
public final class TradeFilingDirectory {

    private static final StateProjection.Directory<TradeFiled> TABLE = new StateProjection.Directory<>("trade_filing_directory",
            TradeFiled.class, List.of("id uuid", "base text", "provider uuid", "buyer uuid"),
            filed -> new Object[]{filed.filing().value(), filed.contract().base(), filed.contract().provider().value(),
                    filed.contract().buyer().value()});

    private final StateQueries<TradeFiled> filings;

    /** Queries. */
    public TradeFilingDirectory(JdbcOperations db, JsonMapper mapper) {
        this.filings = new StateQueries<>(TABLE, db, mapper);
    }

    /** What keeps the directory. */
    public static Projection projection(JsonMapper mapper) {
        return new StateProjection<>("filings", TABLE, TradeFilingEvent.class, TradeFilingEvent::after, mapper);
    }

    /**
     * Filed trades in the order in which they were filed, after a created position.
     *
     * @param provider who sold; null for all
     * @param buyer    who bought; null for all
     * @param bases    the codes of the service bases; null for all
     */
    public Page<Versioned<TradeFiled>> page(@Nullable MemberId provider, @Nullable MemberId buyer,
            @Nullable Collection<String> bases, long after, int limit) {
        var conditions = new Conditions().and("provider = ?", provider == null ? null : provider.value())
                .and("buyer = ?", buyer == null ? null : buyer.value())
                .and("base = any (string_to_array(?, ' '))", bases == null ? null : String.join(" ", bases));
        return filings.page(conditions, after, limit);
    }
}
