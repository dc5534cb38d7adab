package exchange.settlement.domain.listing;

/** Whether the data are a firm's own or public data under an authorisation. */
public enum DataOrigin {
    ENTERPRISE, PUBLIC
}
