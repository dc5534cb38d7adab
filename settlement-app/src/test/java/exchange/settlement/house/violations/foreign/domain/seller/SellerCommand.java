package exchange.settlement.house.violations.foreign.domain.seller;

/** What the seller is asked. */
public interface SellerCommand {

    /** Asks to sell. */
    record Sell() implements SellerCommand {}
}
