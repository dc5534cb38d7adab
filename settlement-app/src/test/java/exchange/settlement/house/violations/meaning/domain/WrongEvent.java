package exchange.settlement.house.violations.meaning.domain;

import org.axonframework.messaging.MetaData;

/** What events mean does not depend on the framework. */
interface WrongEvent {

    MetaData uses();
}
