package exchange.settlement.domain.escrow;

import exchange.settlement.domain.AggregateId;
import exchange.settlement.domain.order.OrderId;
import java.util.UUID;

/**
 * Identifies the escrow of an order.
 *
 * @param order the id of the order
 */
public record EscrowId(UUID order) implements AggregateId {

    /** The escrow of an order. */
    public static EscrowId of(OrderId order) {
        return new EscrowId(order.value());
    }

    @Override
    public String stream() {
        return "escrow/" + order;
    }
}
