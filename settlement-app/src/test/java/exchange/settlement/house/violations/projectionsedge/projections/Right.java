package exchange.settlement.house.violations.projectionsedge.projections;

import org.springframework.jdbc.core.JdbcTemplate;

/** Projections know SQL. */
interface Right {

    JdbcTemplate uses();
}
