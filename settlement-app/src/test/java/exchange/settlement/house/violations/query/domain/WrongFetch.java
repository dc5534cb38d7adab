package exchange.settlement.house.violations.query.domain;

import java.net.http.HttpClient;

/** Decisions fetch nothing. */
interface WrongFetch {

    HttpClient uses();
}
