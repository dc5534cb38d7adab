package exchange.settlement.projections;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the rows of one directory.
 *
 * @param <S> the state
 */
public final class StateQueries<S> {

    private final String table;
    private final JdbcOperations db;
    private final ObjectReader reader;

    /** Queries on the table that a {@link StateProjection} keeps. */
    public StateQueries(StateProjection.Directory<S> directory, JdbcOperations db, JsonMapper mapper) {
        this.table = directory.table();
        this.db = db;
        this.reader = mapper.readerFor(directory.state());
    }

    /** The aggregate with this stream, as far as the view knows. */
    public Optional<Versioned<S>> find(String stream) {
        return select(new Conditions().and("stream = ?", stream), "").stream().findFirst();
    }

    /**
     * A page of aggregates in the order in which they began.
     *
     * @param conditions which ones
     * @param after      begin after this created position; 0 from the start
     * @param limit      at most so many, at most {@link Page#LIMIT_MAX}
     */
    public Page<Versioned<S>> page(Conditions conditions, long after, int limit) {
        Page.checkedLimit(limit);
        conditions.and("created_position > ?", after);
        return Page.of(select(conditions, " order by created_position limit " + (limit + 1)), limit, Versioned::createdPosition);
    }

    private List<Versioned<S>> select(Conditions conditions, String suffix) {
        var sql = "select state, version, position, recorded_at, created_position from " + table + conditions.where() + suffix;
        return db.query(sql, (row, _) -> versioned(row), conditions.values());
    }

    private Versioned<S> versioned(ResultSet row) throws SQLException {
        return new Versioned<>(reader.readValue(row.getString("state")), row.getLong("version"), row.getLong("position"),
                Times.instant(row, "recorded_at"), row.getLong("created_position"));
    }
}
