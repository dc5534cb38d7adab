package exchange.settlement.house.violations.domainedge.domain;

import org.springframework.jdbc.core.JdbcTemplate;

/** The domain knows no Spring. */
interface WrongDomain {

    JdbcTemplate uses();
}
