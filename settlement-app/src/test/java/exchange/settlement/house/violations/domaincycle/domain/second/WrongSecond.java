package exchange.settlement.house.violations.domaincycle.domain.second;

import exchange.settlement.house.violations.domaincycle.domain.first.WrongFirst;

/** Uses the first feature, which uses the second. */
public interface WrongSecond {

    WrongFirst uses();
}
