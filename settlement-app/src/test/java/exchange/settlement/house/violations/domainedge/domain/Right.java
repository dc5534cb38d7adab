package exchange.settlement.house.violations.domainedge.domain;

import org.axonframework.modelling.command.AggregateLifecycle;

/** The domain knows Java and Axon. */
interface Right {

    AggregateLifecycle uses();
}
