package exchange.settlement.domain.order;

/** The four deadlines of an order. */
public enum Deadline {
    CONFIRM, FUND, DELIVER, INSPECT
}
