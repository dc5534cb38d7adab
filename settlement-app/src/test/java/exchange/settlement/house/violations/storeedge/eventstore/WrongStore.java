package exchange.settlement.house.violations.storeedge.eventstore;

import exchange.settlement.domain.Money;

/** The event store knows nothing of settlement. */
interface WrongStore {

    Money uses();
}
