package exchange.settlement.house.violations.appcycle.app.first;

import exchange.settlement.house.violations.appcycle.app.second.WrongSecond;

/** Uses the second feature, which uses the first. */
public interface WrongFirst {

    WrongSecond uses();
}
