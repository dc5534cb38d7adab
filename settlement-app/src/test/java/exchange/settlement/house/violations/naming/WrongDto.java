package exchange.settlement.house.violations.naming;

/** Says nothing of what it is. */
interface WrongDto {}
