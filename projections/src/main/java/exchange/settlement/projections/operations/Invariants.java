package exchange.settlement.projections.operations;

import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Recomputes the invariants of the books from the postings, at one position and in one snapshot of the database.
 * <p>
 * Views get ahead of each other. So everything is compared at the position that all of them have reached; an aggregate whose
 * view is further on already is left for the next time.
 */
public final class Invariants {

    private static final int OFFENDERS_MAX = 5;

    private final JdbcOperations db;
    private final TransactionOperations snapshot;

    /**
     * Checks.
     *
     * @param db       reads in the transactions
     * @param snapshot REPEATABLE READ, read only
     */
    public Invariants(JdbcOperations db, TransactionOperations snapshot) {
        this.db = db;
        this.snapshot = snapshot;
    }

    /** Runs every check. Reads the whole journal: seconds for millions of postings. */
    public InvariantReport check() {
        var report = snapshot.execute(_ -> {
            var reached = db.queryForObject("""
                    select coalesce(min(position), 0) from projection
                     where name in ('journal', 'orders', 'escrows', 'receipts', 'payouts', 'history')
                    """, Long.class);
            long position = reached == null ? 0 : reached;
            var checks = InvariantSql.ALL.stream().map(invariant -> check(invariant, position)).toList();
            return new InvariantReport(checks.stream().allMatch(InvariantReport.Check::holds), position, checks);
        });
        if (report == null) {
            throw new IllegalStateException("a transaction gave no result");
        }
        return report;
    }

    private InvariantReport.Check check(InvariantSql invariant, long position) {
        var at = Long.toString(position);
        var offenders = db.query("select offender from (" + invariant.offenders().replace(":p", at)
                + ") broken (offender) order by offender limit " + (OFFENDERS_MAX + 1), (row, _) -> row.getString(1));
        if (offenders.isEmpty()) {
            var seen = db.queryForObject("select count(*) from " + invariant.population().replace(":p", at), Long.class);
            return new InvariantReport.Check(invariant.name(), true,
                    (seen == null ? 0 : seen) + " " + invariant.unit() + " checked");
        }
        var more = offenders.size() > OFFENDERS_MAX ? " and more" : "";
        var shown = offenders.subList(0, Math.min(OFFENDERS_MAX, offenders.size()));
        return new InvariantReport.Check(invariant.name(), false, "broken by " + String.join("; ", shown) + more);
    }
}
