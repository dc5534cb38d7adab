package exchange.settlement.house.violations.nullness;

/** Its package says nothing of null. */
interface WrongUnmarked {}
