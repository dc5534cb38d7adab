package exchange.settlement.house.violations.nullness.marked;

/** Its package does. */
interface Right {}
