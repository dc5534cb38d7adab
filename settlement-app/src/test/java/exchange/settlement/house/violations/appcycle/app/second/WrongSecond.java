package exchange.settlement.house.violations.appcycle.app.second;

import exchange.settlement.house.violations.appcycle.app.first.WrongFirst;

/** Uses the first feature, which uses the second. */
public interface WrongSecond {

    WrongFirst uses();
}
