package exchange.settlement.house.violations.floating.projections;

/** Read models hold no binary fractions. */
interface WrongRow {

    double uses();
}
