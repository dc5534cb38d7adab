package exchange.settlement.house.violations.appedge.load;

/** Measures the app. */
public interface Measurement {}
