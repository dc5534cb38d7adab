package exchange.settlement.house.violations.segment.utility;

/** A package named after a thing. */
interface Right {}
