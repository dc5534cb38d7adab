package exchange.settlement.house.violations.dispatch.projections;

import org.axonframework.eventhandling.EventMessage;

/** Projections handle events. */
interface Right {

    EventMessage<?> uses();
}
