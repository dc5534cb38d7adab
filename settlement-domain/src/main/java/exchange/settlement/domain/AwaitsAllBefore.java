package exchange.settlement.domain;

/**
 * Marks an event whose steps are taken only when those of every earlier event, of any trade, have been: they rest on what was
 * under way when it was recorded.
 */
public interface AwaitsAllBefore {}
