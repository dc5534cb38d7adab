package exchange.settlement.house.violations.appedge.app;

import exchange.settlement.house.violations.appedge.load.Measurement;

/** The app knows no load test. */
interface WrongApp {

    Measurement uses();
}
