package exchange.settlement.domain.order;

import exchange.settlement.domain.AggregateId;
import java.util.UUID;

/**
 * Identifies an order and its trade.
 *
 * @param value the id
 */
public record OrderId(UUID value) implements AggregateId {

    @Override
    public String stream() {
        return "order/" + value;
    }
}
