package exchange.settlement.app.postgres;

/**
 * How to enter a database.
 *
 * @param jdbcUrl  the JDBC address, without user and password
 * @param username the role
 * @param password the role's password; never shown by {@link #toString()}
 */
public record DatabaseLogin(String jdbcUrl, String username, String password) {

    @Override
    public String toString() {
        return username + " at " + jdbcUrl;
    }
}
