package exchange.settlement.house.violations.storeedge.eventstore;

import javax.sql.DataSource;

/** The event store knows JDBC. */
interface Right {

    DataSource uses();
}
