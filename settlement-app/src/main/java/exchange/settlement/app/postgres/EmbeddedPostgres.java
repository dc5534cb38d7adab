package exchange.settlement.app.postgres;

import exchange.settlement.app.startup.DataDirectory;
import exchange.settlement.app.startup.PrivateFiles;
import exchange.settlement.app.startup.StartupFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * A running PostgreSQL server whose data lies in the engine's data directory, durable and reachable only with the generated
 * passwords that lie beside it. Runs until {@link #close()}; if the engine is killed first, the next start takes over.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private final PostgresServer server;
    private final PostgresPasswords passwords;
    private final int port;

    private EmbeddedPostgres(PostgresServer server, PostgresPasswords passwords, int port) {
        this.server = server;
        this.passwords = passwords;
        this.port = port;
    }

    /**
     * Starts the server, initialising it first if this is the directory's first start.
     *
     * @param directory the engine's data directory, locked by this process
     * @param programs  where PostgreSQL's programs are unpacked to; may be shared by several engines
     * @return the server, serving and asked whether it is durable
     * @throws StartupFailure if it cannot be started
     */
    public static EmbeddedPostgres start(DataDirectory directory, Path programs) {
        try {
            Path home = PrivateFiles.directory(home(directory));
            PostgresTools tools = new PostgresTools(PostgresBinaries.unpack(programs));
            Path data = home.resolve("data");
            PostgresPasswords passwords = PostgresPasswords.load(home.resolve("passwords.json"), Files.exists(data));
            new PostgresCluster(data, tools).initialise(passwords);
            PostgresServer server = new PostgresServer(home, data, tools);
            EmbeddedPostgres postgres = new EmbeddedPostgres(server, passwords, server.start());
            postgres.requireDurability();
            return postgres;
        } catch (IOException failure) {
            throw new StartupFailure("The embedded PostgreSQL cannot be started in " + home(directory) + " ("
                    + failure + "): remove the cause and start again.", failure);
        }
    }

    /** Where the server's files lie within a data directory. */
    public static Path home(DataDirectory directory) {
        return directory.path().resolve("postgres");
    }

    /** The login of the running application, in the engine's database. */
    public DatabaseLogin application() {
        return login(PostgresCluster.DATABASE, Role.SETTLEMENT);
    }

    /** The login that owns the schema and runs migrations, in the engine's database. */
    public DatabaseLogin owner() {
        return login(PostgresCluster.DATABASE, Role.SETTLEMENT_OWNER);
    }

    /** The server's superuser; not for the application. */
    DatabaseLogin superuser() {
        return login("postgres", Role.POSTGRES);
    }

    /** Stops the server and waits for its end; what was committed is on the disk in any case. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private DatabaseLogin login(String database, Role role) {
        // Batched inserts become multi-row inserts: three to five times as fast, and nothing else changes.
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?reWriteBatchedInserts=true";
        return new DatabaseLogin(url, role.roleName(), passwords.of(role));
    }

    private void requireDurability() {
        DatabaseLogin login = application();
        try (Connection connection = DriverManager.getConnection(login.jdbcUrl(), login.username(), login.password())) {
            Durability.require(connection);
        } catch (SQLException | RuntimeException failure) {
            close();
            throw failure instanceof StartupFailure known ? known
                    : new StartupFailure("The embedded PostgreSQL lets the engine not in (" + failure.getMessage()
                            + "): if passwords.json was changed, restore it from the backup of the data directory.", failure);
        }
    }
}
