package exchange.settlement.projections;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Reads times out of rows. */
public final class Times {

    private Times() {}

    /** A {@code timestamptz} that is not null, as an instant in microseconds. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
