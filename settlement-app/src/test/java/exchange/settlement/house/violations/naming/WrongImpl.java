package exchange.settlement.house.violations.naming;

/** Says nothing of how it differs. */
interface WrongImpl {}
