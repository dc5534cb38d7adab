package exchange.settlement.projections;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionOperations;

/** One number for all the rows of a projection: equal rows, equal digest, however they came to be. */
public final class ProjectionDigest {

    private static final String KEY_COLUMNS = """
            select a.attname, a.attcollation <> 0 as is_text
              from pg_index i
              cross join lateral unnest(i.indkey) with ordinality as key (attnum, place)
              join pg_attribute a on a.attrelid = i.indrelid and a.attnum = key.attnum
             where i.indisprimary and i.indrelid = ?::regclass
             order by key.place
            """;
    private static final int FETCH_ROWS = 1_000;

    private final JdbcOperations db;
    private final TransactionOperations snapshot;

    /**
     * Digests.
     *
     * @param db       reads in the transactions; fetches {@value #FETCH_ROWS} rows at a time if so configured
     * @param snapshot REPEATABLE READ, so that all tables are seen at one moment
     */
    public ProjectionDigest(JdbcOperations db, TransactionOperations snapshot) {
        this.db = db;
        this.snapshot = snapshot;
    }

    /** SHA-256 over every row of every table, in the order of the primary keys: {@code sha256:} and 64 hexadecimal digits. */
    public String of(Projection projection) {
        var sha256 = sha256();
        snapshot.executeWithoutResult(_ -> {
            // How a row is written as text must not depend on the session.
            db.execute("set local timezone = 'UTC'");
            db.execute("set local datestyle = 'ISO'");
            projection.tables().stream().sorted().forEach(table -> add(table, sha256));
        });
        return "sha256:" + HexFormat.of().formatHex(sha256.digest());
    }

    private void add(String table, MessageDigest sha256) {
        var order = db.query(KEY_COLUMNS,
                (row, _) -> "t." + row.getString("attname") + (row.getBoolean("is_text") ? " collate \"C\"" : ""), table).stream()
                .collect(Collectors.joining(", "));
        sha256.update((table + "\n").getBytes(StandardCharsets.UTF_8));
        db.query(connection -> {
            var statement = connection.prepareStatement("select t::text from " + table + " t order by " + order);
            statement.setFetchSize(FETCH_ROWS);
            return statement;
        }, row -> {
            sha256.update(row.getString(1).getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) '\n');
        });
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
