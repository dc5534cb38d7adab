package exchange.settlement.house.violations.projectionscycle.projections.first;

import exchange.settlement.house.violations.projectionscycle.projections.second.WrongSecond;

/** Uses the second feature, which uses the first. */
public interface WrongFirst {

    WrongSecond uses();
}
