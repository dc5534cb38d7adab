package exchange.settlement.app.postgres;

import exchange.settlement.app.TestPostgres.FreshDatabase;
import exchange.settlement.app.startup.DataDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** The one server that the tests of a JVM share; reached through {@code TestPostgres}. */
public final class SharedTestServer {

    /** PostgreSQL's programs, unpacked once for all tests. */
    public static final Path PROGRAMS = Path.of("target", "postgres-programs").toAbsolutePath();

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private SharedTestServer() {}

    /** Makes a database that belongs to the schema's owner and that the application's role may enter. */
    public static FreshDatabase freshDatabase() throws SQLException {
        String name = "test_" + DATABASES.incrementAndGet();
        DatabaseLogin superuser = Holder.SERVER.superuser();
        try (Connection connection = connect(superuser); Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " OWNER " + Role.SETTLEMENT_OWNER.roleName());
            statement.execute("REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
            statement.execute(
                    "GRANT CONNECT, TEMPORARY ON DATABASE " + name + " TO " + Role.SETTLEMENT.roleName());
        }
        return new FreshDatabase(in(name, Holder.SERVER.application()), in(name, Holder.SERVER.owner()));
    }

    /** The shared server itself, to look at and not to change. */
    static EmbeddedPostgres server() {
        return Holder.SERVER;
    }

    /** The shared server's data directory, locked. */
    static Path path() {
        return Holder.PATH;
    }

    static Connection connect(DatabaseLogin login) throws SQLException {
        return DriverManager.getConnection(login.jdbcUrl(), login.username(), login.password());
    }

    private static DatabaseLogin in(String database, DatabaseLogin login) {
        String url = login.jdbcUrl().replace("/" + PostgresCluster.DATABASE + "?", "/" + database + "?");
        return new DatabaseLogin(url, login.username(), login.password());
    }

    private static final class Holder {

        static final Path PATH = temporary();
        static final EmbeddedPostgres SERVER = start(PATH);

        private static Path temporary() {
            try {
                return Files.createTempDirectory("settlement-test-").toRealPath();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        private static EmbeddedPostgres start(Path path) {
            EmbeddedPostgres server = EmbeddedPostgres.start(DataDirectory.open(path), PROGRAMS);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, path)));
            return server;
        }

        private static void stop(EmbeddedPostgres server, Path path) {
            server.close();
            try {
                Directories.deleteIfExists(path);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
