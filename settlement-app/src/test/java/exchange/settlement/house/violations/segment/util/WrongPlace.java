package exchange.settlement.house.violations.segment.util;

/** A package that could hold anything. */
interface WrongPlace {}
