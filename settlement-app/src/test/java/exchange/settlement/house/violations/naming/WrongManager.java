package exchange.settlement.house.violations.naming;

/** Says nothing of what it manages. */
interface WrongManager {}
