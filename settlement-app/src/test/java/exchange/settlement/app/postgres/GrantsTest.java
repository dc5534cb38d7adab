package exchange.settlement.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exchange.settlement.app.TestPostgres;
import exchange.settlement.app.TestPostgres.FreshDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

class GrantsTest {

    @Test
    void the_application_can_add_events_but_never_change_them() throws SQLException {
        FreshDatabase database = TestPostgres.freshDatabase();
        migrate(database);
        EmbeddedPostgresTest.run(database.owner(),
                "CREATE TABLE event (position bigint, day date) PARTITION BY RANGE (day)",
                "CREATE TABLE event_2026 PARTITION OF event FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')");
        migrate(database);

        DatabaseLogin application = database.application();
        EmbeddedPostgresTest.run(application, "INSERT INTO event VALUES (1, '2026-11-23')", "SELECT * FROM event");
        for (String table : List.of("event", "event_2026")) {
            for (String forbidden : List.of("UPDATE %s SET position = 2", "DELETE FROM %s", "TRUNCATE %s", "DROP TABLE %s",
                    "ALTER TABLE %s DISABLE TRIGGER ALL")) {
                assertRefused(application, forbidden.formatted(table));
            }
        }
    }

    @Test
    void the_record_of_what_operators_did_can_be_added_to_and_never_changed() throws SQLException {
        FreshDatabase database = TestPostgres.freshDatabase();
        migrate(database);

        DatabaseLogin application = database.application();
        EmbeddedPostgresTest.run(application,
                """
                        INSERT INTO operator_action (id, request_hash, issuer, client, subject, at, action, target, reason, outcome, answer)
                        VALUES (gen_random_uuid(), '', '', '', '', now(), '', '', '', 'DONE', '{}')""",
                "SELECT * FROM operator_action");
        for (String forbidden : List.of("UPDATE %s SET reason = 'another'", "DELETE FROM %s", "TRUNCATE %s", "DROP TABLE %s")) {
            assertRefused(application, forbidden.formatted("operator_action"));
        }
    }

    @Test
    void the_application_can_rebuild_what_is_derived_and_alter_no_schema() throws SQLException {
        FreshDatabase database = TestPostgres.freshDatabase();
        migrate(database);
        EmbeddedPostgresTest.run(database.owner(), "CREATE TABLE balance (id serial, amount bigint)");

        DatabaseLogin application = database.application();
        EmbeddedPostgresTest.run(application, "INSERT INTO balance (amount) VALUES (1)", "UPDATE balance SET amount = 2",
                "DELETE FROM balance", "TRUNCATE balance");
        assertRefused(application, "CREATE TABLE mine (n int)");
        assertRefused(application, "DELETE FROM flyway_schema_history");
        assertRefused(application, "SET ROLE settlement_owner");
    }

    @Test
    void an_application_that_owns_the_schema_is_refused() {
        FreshDatabase database = TestPostgres.freshDatabase();
        assertThatThrownBy(() -> migrate(new FreshDatabase(database.owner(), database.owner())))
                .hasStackTraceContaining("The application must not own the event table")
                .hasStackTraceContaining("spring.flyway.user");
    }

    private static void assertRefused(DatabaseLogin login, String statement) {
        assertThatThrownBy(() -> EmbeddedPostgresTest.run(login, statement)).as(statement)
                .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
    }

    private static void migrate(FreshDatabase database) {
        DatabaseLogin owner = database.owner();
        // Without the other modules' tables: the grants must not depend on which migrations there are.
        Flyway.configure().dataSource(owner.jdbcUrl(), owner.username(), owner.password())
                .locations("classpath:db/migration/app").baselineOnMigrate(true).validateOnMigrate(false)
                .placeholders(Map.of("application-role", database.application().username())).load().migrate();
    }
}
