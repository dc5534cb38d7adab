package exchange.settlement.domain.order;

/** The words by which the API tells where an order stands. */
public enum OrderStatus {
    PLACED, CONFIRMED, FUNDING, FUNDED, DELIVERED, ACCEPTED, SETTLED, REJECTED, CANCELLED, EXPIRED, DISPUTED, REFUNDED
}
