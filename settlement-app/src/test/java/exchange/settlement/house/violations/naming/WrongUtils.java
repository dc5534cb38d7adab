package exchange.settlement.house.violations.naming;

/** Says nothing of what it does. */
interface WrongUtils {}
