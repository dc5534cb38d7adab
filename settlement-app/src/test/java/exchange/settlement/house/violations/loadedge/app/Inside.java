package exchange.settlement.house.violations.loadedge.app;

/** Inside of the app. */
public interface Inside {}
