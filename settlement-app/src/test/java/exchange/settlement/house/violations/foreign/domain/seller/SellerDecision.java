package exchange.settlement.house.violations.foreign.domain.seller;

/** How the seller decides. */
public interface SellerDecision {}
