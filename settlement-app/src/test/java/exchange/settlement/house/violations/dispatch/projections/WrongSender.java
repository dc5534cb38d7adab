package exchange.settlement.house.violations.dispatch.projections;

import org.axonframework.commandhandling.CommandBus;

/** Projections send no commands. */
interface WrongSender {

    CommandBus uses();
}
