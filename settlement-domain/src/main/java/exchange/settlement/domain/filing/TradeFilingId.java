package exchange.settlement.domain.filing;

import exchange.settlement.domain.AggregateId;
import java.util.UUID;

/**
 * Identifies a filed trade. Derived from the parties and the number of their contract, so that no contract is filed twice.
 *
 * @param value the id
 */
public record TradeFilingId(UUID value) implements AggregateId {

    @Override
    public String stream() {
        return "trade-filing/" + value;
    }
}
