package exchange.settlement.house.violations.controller.domain;

/** How a shop decides. */
public interface ShopDecision {}
