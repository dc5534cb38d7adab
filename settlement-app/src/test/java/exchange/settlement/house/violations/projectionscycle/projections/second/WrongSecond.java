package exchange.settlement.house.violations.projectionscycle.projections.second;

import exchange.settlement.house.violations.projectionscycle.projections.first.WrongFirst;

/** Uses the first feature, which uses the second. */
public interface WrongSecond {

    WrongFirst uses();
}
