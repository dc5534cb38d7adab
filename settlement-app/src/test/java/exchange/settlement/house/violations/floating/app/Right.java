package exchange.settlement.house.violations.floating.app;

/** Measurements of the machine may be fractions. */
interface Right {

    double uses();
}
