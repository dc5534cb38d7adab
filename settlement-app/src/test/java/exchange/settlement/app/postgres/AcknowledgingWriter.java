package exchange.settlement.app.postgres;

import exchange.settlement.app.startup.DataDirectory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A program to be killed: writes rows one by one and prints the number of each after its commit. */
final class AcknowledgingWriter {

    private static final int ROWS_MAX = 1_000_000;

    private AcknowledgingWriter() {}

    /** Expects the data directory and the directory of PostgreSQL's programs. */
    public static void main(String[] args) throws SQLException {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(DataDirectory.open(Path.of(args[0])), Path.of(args[1]));
        try (Connection connection = SharedTestServer.connect(postgres.owner());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS acknowledged (n int)");
            for (int n = 1; n <= ROWS_MAX; n++) {
                statement.execute("INSERT INTO acknowledged VALUES (" + n + ")");
                System.out.println(n);
            }
        }
    }
}
