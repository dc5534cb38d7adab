package exchange.settlement.house.violations.naming;

/** Says nothing of whom it helps. */
interface WrongHelper {}
