package exchange.settlement.house.violations.loadedge.load;

import exchange.settlement.house.violations.loadedge.app.Inside;

/** Load tests do not look inside the app. */
interface WrongMeasurement {

    Inside uses();
}
