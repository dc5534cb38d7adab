package exchange.settlement.house.violations.domaincycle.domain.first;

import exchange.settlement.house.violations.domaincycle.domain.second.WrongSecond;

/** Uses the second feature, which uses the first. */
public interface WrongFirst {

    WrongSecond uses();
}
