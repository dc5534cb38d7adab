package exchange.settlement.app.postgres;

import exchange.settlement.app.startup.StartupFailure;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Whether the database keeps what it acknowledges. The running server is asked: configuration files may be overruled. */
public final class Durability {

    private static final List<String> SETTINGS = List.of("fsync", "synchronous_commit", "full_page_writes");

    private Durability() {}

    /**
     * Refuses a server that could lose or tear acknowledged rows in a crash.
     *
     * @param connection a connection of the application's own role, since settings may differ by role
     * @throws StartupFailure if one of the settings is off
     * @throws SQLException   if the server cannot be asked
     */
    public static void require(Connection connection) throws SQLException {
        for (String setting : SETTINGS) {
            try (Statement statement = connection.createStatement();
                    ResultSet answer = statement.executeQuery("SHOW " + setting)) {
                answer.next();
                if ("off".equals(answer.getString(1))) {
                    throw new StartupFailure("The database runs with " + setting
                            + "=off and could lose settled money in a power failure: turn " + setting + " on.");
                }
            }
        }
    }
}
