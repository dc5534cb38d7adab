package exchange.settlement.house.violations.kernel.domain.feature;

/** A value of a feature. */
public interface Right {}
