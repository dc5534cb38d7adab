package exchange.settlement.house.violations.naming;

/** Says what it is. */
interface Right {}
