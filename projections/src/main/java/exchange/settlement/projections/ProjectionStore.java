package exchange.settlement.projections;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Applies batches, each in one transaction with the note of how far the projection has got. So what is written and what is
 * noted can only be true together, and an event that comes again finds itself noted.
 */
public final class ProjectionStore {

    private final JdbcOperations db;
    private final TransactionOperations transactions;

    /** What a batch has come to: the position now, and whether the events did not follow on from it. */
    record Applied(long position, boolean gap) {}

    /**
     * A store.
     *
     * @param db           takes part in the transactions
     * @param transactions READ COMMITTED, propagation REQUIRED
     */
    public ProjectionStore(JdbcOperations db, TransactionOperations transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    /** How far a projection has got; 0 when it has not begun. */
    public long position(String name) {
        return db.query("select position from projection where name = ?", (row, _) -> row.getLong(1), name).stream()
                .findFirst().orElse(0L);
    }

    /** Makes a projection ready: a new one begins at 0, one of an older revision begins anew. */
    public long prepare(Projection projection) {
        return in(() -> {
            db.update("insert into projection values (?, ?, 0, now()) on conflict do nothing", projection.name(),
                    projection.revision());
            var revision = db.queryForObject("select revision from projection where name = ? for update", Integer.class,
                    projection.name());
            if (revision == null || revision != projection.revision()) {
                empty(projection);
            }
            return position(projection.name());
        });
    }

    /**
     * Writes the rows of a batch and notes its last position.
     * <p>
     * Events that are noted already are left out. The note's row is locked, so two nodes cannot write one event twice.
     *
     * @return the position now; the batch is not applied when an event is missing in front of it
     */
    Applied apply(Projection projection, List<RecordedEvent> batch) {
        return in(() -> {
            // The note and the rows are lost together or not at all, and the log has them both: no need to wait for the disk.
            db.execute("set local synchronous_commit = off");
            var noted = db.queryForObject("select position from projection where name = ? for update", Long.class,
                    projection.name());
            long position = noted == null ? 0 : noted;
            var fresh = batch.stream().filter(event -> event.position() > position).toList();
            if (fresh.isEmpty()) {
                return new Applied(position, false);
            }
            if (fresh.getFirst().position() != position + 1) {
                return new Applied(position, true);
            }
            projection.apply(fresh, db);
            long reached = fresh.getLast().position();
            db.update("update projection set position = ?, updated_at = now() where name = ?", reached, projection.name());
            return new Applied(reached, false);
        });
    }

    /** Empties the projection's tables and notes that it has read nothing. */
    void reset(Projection projection) {
        in(() -> {
            db.queryForObject("select position from projection where name = ? for update", Long.class, projection.name());
            empty(projection);
            return true;
        });
    }

    private void empty(Projection projection) {
        db.execute("truncate table " + String.join(", ", projection.tables()));
        db.update("update projection set position = 0, revision = ?, updated_at = now() where name = ?", projection.revision(),
                projection.name());
    }

    private <T> T in(Work<T> work) {
        @Nullable
        T result = transactions.execute(_ -> work.run());
        if (result == null) {
            throw new IllegalStateException("a transaction gave no result");
        }
        return result;
    }

    private interface Work<T> {
        T run();
    }
}
