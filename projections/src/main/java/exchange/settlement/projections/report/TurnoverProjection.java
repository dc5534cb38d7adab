package exchange.settlement.projections.report;

import exchange.settlement.domain.Money;
import exchange.settlement.domain.SettlementEvent;
import exchange.settlement.domain.ShanghaiTime;
import exchange.settlement.domain.filing.TradeFilingEvent.TradeFiled;
import exchange.settlement.domain.order.Dimensions;
import exchange.settlement.domain.order.OrderEvent;
import exchange.settlement.domain.order.OrderEvent.OrderAccepted;
import exchange.settlement.domain.order.OrderEvent.OrderConfirmed;
import exchange.settlement.domain.order.OrderEvent.OrderDelivered;
import exchange.settlement.domain.order.OrderEvent.OrderFunded;
import exchange.settlement.domain.order.OrderEvent.OrderPartRefunded;
import exchange.settlement.domain.order.OrderEvent.OrderPlaced;
import exchange.settlement.domain.order.OrderEvent.OrderRefunded;
import exchange.settlement.domain.order.OrderEvent.OrderSettled;
import exchange.settlement.domain.policy.Figures;
import exchange.settlement.domain.policy.SettlementTerms;
import exchange.settlement.projections.Projection;
import exchange.settlement.projections.RecordedEvent;
import exchange.settlement.projections.RowBatch;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a fact for every step of a trade that some basis counts, with every dimension beside it. Rows are only ever added, in
 * order of position, so a report pinned to a position never changes.
 */
public final class TurnoverProjection implements Projection {

    private static final List<String> FACT = List.of("position bigint", "basis text", "after_settlement boolean", "trade uuid",
            "currency text", "gross bigint", "net bigint", "vat bigint", "fee bigint", "effective_at timestamptz",
            "business_date date", "recorded_at timestamptz", "base text", "channel text", "product_type text", "sector text",
            "origin text", "territory text", "scenario text", "buyer_roles text", "provider_roles text", "client text",
            "listing uuid");

    private final TradeDimensions trades;

    /** Keeps the terms of trades by a mapper for events. */
    public TurnoverProjection(JsonMapper mapper) {
        this.trades = new TradeDimensions(mapper);
    }

    @Override
    public String name() {
        return "turnover";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public List<String> tables() {
        return List.of("trade_dimension", "turnover_fact");
    }

    @Override
    public void apply(List<RecordedEvent> batch, JdbcOperations db) {
        var counted = batch.stream().filter(recorded -> counts(recorded.event())).toList();
        if (counted.isEmpty()) {
            return;
        }
        var known = trades.of(counted.stream().filter(recorded -> recorded.event() instanceof OrderEvent).toList(), db);
        var facts = new RowBatch("turnover_fact", FACT);
        for (var recorded : counted) {
            if (recorded.event() instanceof TradeFiled filed) {
                fact(Basis.FILED, filed.figures(), recorded, filed.dimensions(), new Origin(filed.filing().value(), "", null),
                        facts);
                continue;
            }
            var event = (OrderEvent) recorded.event();
            var trade = known.get(event.order().value());
            if (trade == null) {
                throw new IllegalStateException("The trade " + event.order().value() + " was never placed");
            }
            add(recorded, event, trade, facts);
        }
        // A refund is told twice when it comes before the release: the first one counts.
        facts.insertNew(db);
    }

    private static boolean counts(SettlementEvent event) {
        return switch (event) {
            case OrderPlaced _,OrderConfirmed _,OrderFunded _,OrderDelivered _,OrderAccepted _ -> true;
            case OrderSettled _,OrderPartRefunded _,OrderRefunded _,TradeFiled _ -> true;
            default -> false;
        };
    }

    private static void add(RecordedEvent recorded, OrderEvent event, TradeDimensions.Trade trade, RowBatch facts) {
        var whole = trade.terms().whole();
        switch (event) {
            case OrderConfirmed _ -> fact(Basis.SIGNED, whole, recorded, trade, facts);
            case OrderFunded _ -> fact(Basis.FUNDED, whole, recorded, trade, facts);
            case OrderDelivered _ -> fact(Basis.DELIVERED, whole, recorded, trade, facts);
            case OrderAccepted _ -> fact(Basis.ACCEPTED, whole, recorded, trade, facts);
            case OrderSettled e -> {
                fact(Basis.SETTLED, e.settled(), recorded, trade, facts);
                refund(e.refunded(), recorded, trade, facts);
            }
            case OrderPartRefunded e -> refund(e.refunded(), recorded, trade, facts);
            case OrderRefunded e -> refund(e.refunded(), recorded, trade, facts);
            default -> {}
        }
    }

    private static void refund(Money refunded, RecordedEvent recorded, TradeDimensions.Trade trade, RowBatch facts) {
        if (refunded.isPositive()) {
            fact(Basis.REFUNDED, refunded(trade.terms(), refunded), recorded, trade, facts);
        }
    }

    /** A refund is what the whole has more than the part that stays, so that both sum to the whole. No fee is due on it. */
    private static Figures refunded(SettlementTerms terms, Money refunded) {
        var part = terms.part(terms.gross().minus(refunded), refunded);
        var nothing = Money.zero(refunded.currency());
        return new Figures(part.gross(), part.net(), part.vat(), nothing, nothing, nothing);
    }

    /** Where a fact comes from: an order of a marketplace, or a filed trade without either. */
    private record Origin(UUID trade, String client, @Nullable UUID listing) {}

    private static void fact(Basis basis, Figures figures, RecordedEvent recorded, TradeDimensions.Trade trade, RowBatch facts) {
        fact(basis, figures, recorded, trade.dimensions(), new Origin(trade.order(), trade.client(), trade.listing()), facts);
    }

    private static void fact(Basis basis, Figures figures, RecordedEvent recorded, Dimensions by, Origin origin,
            RowBatch facts) {
        var at = recorded.event().at();
        // Nothing can be refunded after settlement yet; refunds out of escrow were never settled.
        boolean afterSettlement = false;
        facts.add(recorded.position(), basis, afterSettlement, origin.trade, figures.gross().currency(), figures.gross().minor(),
                figures.net().minor(), figures.vat().minor(), figures.fee().minor(), at, ShanghaiTime.dateOf(at),
                recorded.recordedAt(), by.base(), by.channel(), by.productType(), by.sector(), by.origin(), by.territory(),
                by.scenario(), by.buyerRoles(), by.providerRoles(), origin.client, origin.listing);
    }
}
