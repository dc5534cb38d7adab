package exchange.settlement.house.violations.query.domain;

import java.time.Instant;

/** Decisions rest on values. */
interface Right {

    Instant uses();
}
