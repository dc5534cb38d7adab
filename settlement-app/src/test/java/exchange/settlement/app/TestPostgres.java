package exchange.settlement.app;

import exchange.settlement.app.postgres.DatabaseLogin;
import exchange.settlement.app.postgres.SharedTestServer;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Stream;

/**
 * PostgreSQL for tests: one durable server per JVM, started when first asked for and stopped with the JVM, and in it as many
 * fresh databases as there are tests that want one.
 */
public final class TestPostgres {

    private TestPostgres() {}

    /**
     * An empty database with the roles of the real one.
     *
     * @param application the login of the running application; may do nothing until migrations grant it something
     * @param owner       the login that owns the schema and runs migrations
     */
    public record FreshDatabase(DatabaseLogin application, DatabaseLogin owner) {

        /** The database's JDBC address, the same for both logins. */
        public String jdbcUrl() {
            return application.jdbcUrl();
        }

        /** Runs statements as the owner of the schema, whom nothing is forbidden. */
        public void asOwner(String... statements) throws SQLException {
            try (var connection = DriverManager.getConnection(jdbcUrl(), owner.username(), owner.password());
                    var statement = connection.createStatement()) {
                for (var sql : statements) {
                    statement.execute(sql);
                }
            }
        }

        /** Properties for an engine with this database and a data directory of its own: {@code name=value}. */
        public String[] springProperties() {
            String directory = "target/test-data/" + ProcessHandle.current().pid() + "-"
                    + Integer.toHexString(jdbcUrl().hashCode());
            return new String[]{"server.port=0", "settlement.data-directory=" + directory, "spring.datasource.url=" + jdbcUrl(),
                    "spring.datasource.username=" + application.username(),
                    "spring.datasource.password=" + application.password(), "spring.flyway.url=" + jdbcUrl(),
                    "spring.flyway.user=" + owner.username(), "spring.flyway.password=" + owner.password()};
        }

        /** The same as command line arguments: {@code --name=value}. */
        public String[] springArguments() {
            return Stream.of(springProperties()).map(property -> "--" + property).toArray(String[]::new);
        }
    }

    /** Makes an empty database that no other test knows of. */
    public static FreshDatabase freshDatabase() {
        try {
            return SharedTestServer.freshDatabase();
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }
}
