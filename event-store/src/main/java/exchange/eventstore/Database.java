package exchange.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** Runs work on the connection of the caller's transaction, and turns failures into {@link EventStoreException}s. */
final class Database {

    private final ConnectionProvider connections;

    Database(ConnectionProvider connections) {
        this.connections = connections;
    }

    /** Work on a connection. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Runs one statement, within the caller's transaction if there is one. */
    <T> T run(String purpose, Work<T> work) {
        try (Connection connection = connections.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw failed(purpose, e);
        }
    }

    /**
     * Runs work that must happen entirely or not at all: within the caller's transaction, or if the connection commits
     * by itself, which is how it looks when there is none, in a transaction of its own.
     */
    <T> T runInTransaction(String purpose, Work<T> work) {
        return run(purpose, connection -> connection.getAutoCommit() ? inOwnTransaction(connection, work)
                : work.on(connection));
    }

    private static <T> T inOwnTransaction(Connection connection, Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            T result = work.on(connection);
            connection.commit();
            connection.setAutoCommit(true);
            return result;
        } catch (SQLException | RuntimeException | Error e) {
            rollBack(connection, e);
            throw e;
        }
    }

    private static void rollBack(Connection connection, Throwable cause) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            // The connection is lost, and with it the transaction: the cause is what the caller needs to see.
            cause.addSuppressed(e);
        }
    }

    private static EventStoreException failed(String purpose, SQLException cause) {
        return new EventStoreException("Failed to " + purpose + ": " + cause.getMessage(), cause);
    }
}
