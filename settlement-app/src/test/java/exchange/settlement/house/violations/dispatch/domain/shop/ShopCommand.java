package exchange.settlement.house.violations.dispatch.domain.shop;

/** What a shop is asked. */
public interface ShopCommand {}
