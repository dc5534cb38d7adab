package exchange.eventstore;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** An empty event log in a PostgreSQL that writes to disk before it says so, as in production. */
final class TestPostgres {

    private static final EmbeddedPostgres SERVER = start();

    final DataSource dataSource;

    private TestPostgres(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** A log in a schema of its own. */
    static TestPostgres emptyLog() throws SQLException, IOException {
        String schema = "log_" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create schema " + schema);
        }
        TestPostgres log = new TestPostgres(SERVER.getPostgresDatabase(Map.of("currentSchema", schema)));
        try (InputStream migration = Objects.requireNonNull(
                PostgresEventStorageEngine.class.getResourceAsStream("/db/migration/eventstore/V1__event_log.sql"))) {
            log.execute(new String(migration.readAllBytes(), StandardCharsets.UTF_8));
        }
        return log;
    }

    /** A builder of an engine on this log, whose connections take part in the current unit of work. */
    PostgresEventStorageEngine.Builder engine() {
        Jackson3Serializer serializer = Jackson3Serializer.builder().build();
        return PostgresEventStorageEngine.builder().connectionProvider(unitOfWorkConnections())
                .eventSerializer(serializer).snapshotSerializer(serializer).batchSize(7);
    }

    /** One transaction per unit of work, which ends with it. */
    private ConnectionProvider unitOfWorkConnections() {
        return new UnitOfWorkAwareConnectionProviderWrapper(() -> {
            Connection connection = dataSource.getConnection();
            connection.setAutoCommit(!CurrentUnitOfWork.isStarted()
                    || CurrentUnitOfWork.get().phase().isAfter(UnitOfWork.Phase.PREPARE_COMMIT));
            return connection;
        });
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    String ask(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            StringBuilder answer = new StringBuilder();
            while (rows.next()) {
                answer.append(answer.isEmpty() ? "" : "\n").append(rows.getString(1));
            }
            return answer.toString();
        }
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder().setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
