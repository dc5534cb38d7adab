package exchange.settlement.house.violations.foreign.domain.seller;

/** What happened to the seller. */
public interface SellerEvent {}
