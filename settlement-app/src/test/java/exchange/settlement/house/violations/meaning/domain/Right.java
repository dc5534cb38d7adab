package exchange.settlement.house.violations.meaning.domain;

import org.axonframework.modelling.command.AggregateRoot;

/** Aggregates are told to Axon. */
@AggregateRoot
class Right {}
