package exchange.settlement.house.violations.foreign.domain.seller;

import org.axonframework.modelling.command.AggregateRoot;

/** Decides. */
@AggregateRoot
public class Seller {}
