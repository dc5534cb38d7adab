package exchange.settlement.house.violations.query.domain;

import java.sql.Connection;

/** Decisions query no database. */
interface WrongQuery {

    Connection uses();
}
