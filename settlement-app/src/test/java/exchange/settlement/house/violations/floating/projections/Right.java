package exchange.settlement.house.violations.floating.projections;

/** Read models hold minor units. */
interface Right {

    long uses();
}
