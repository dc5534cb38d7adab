package exchange.settlement.domain.filing;

import exchange.settlement.domain.EventType;
import exchange.settlement.domain.SettlementEvent;
import exchange.settlement.domain.order.Dimensions;
import exchange.settlement.domain.policy.Figures;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happens to a filed trade. Written by {@link TradeFiling} only. */
public sealed interface TradeFilingEvent extends SettlementEvent {

    /** The filed trade it happened to. */
    TradeFilingId filing();

    @Override
    default TradeFilingId aggregate() {
        return filing();
    }

    /** The contract is on record. Its figures carry no fee: no money of it passes through the exchange. */
    @EventType("trade.filed")
    record TradeFiled(TradeFilingId filing, FiledContract contract, Figures figures, String policyVersion, String taxCode,
            Dimensions dimensions, Instant at) implements TradeFilingEvent {}

    /** The filed trade after an event: what was filed. */
    static TradeFiled after(@Nullable TradeFiled before, TradeFilingEvent event) {
        return switch (event) {
            case TradeFiled filed -> filed;
        };
    }
}
