package exchange.settlement.app.postgres;

import static exchange.settlement.app.postgres.SharedTestServer.PROGRAMS;
import static exchange.settlement.app.postgres.SharedTestServer.connect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exchange.settlement.app.startup.DataDirectory;
import exchange.settlement.app.startup.StartupFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

    @TempDir
    Path path;

    @Test
    void a_server_that_is_not_durable_is_refused() throws SQLException {
        try (DataDirectory directory = DataDirectory.open(path)) {
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory, PROGRAMS)) {
                run(postgres.superuser(), "ALTER ROLE settlement SET synchronous_commit = off");
            }
            assertThatThrownBy(() -> EmbeddedPostgres.start(directory, PROGRAMS)).isInstanceOf(StartupFailure.class)
                    .hasMessageContaining("synchronous_commit=off");
            assertThat(path.resolve("postgres/data/postmaster.pid")).doesNotExist();
        }
    }

    @Test
    void rows_survive_a_restart_and_so_do_leftovers_of_an_interrupted_first_start() throws Exception {
        Path leftover = Files.createDirectories(path.resolve("postgres/initialising/base"));
        try (DataDirectory directory = DataDirectory.open(path)) {
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory, PROGRAMS)) {
                run(postgres.owner(), "CREATE TABLE kept (n int)", "INSERT INTO kept VALUES (7)");
            }
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory, PROGRAMS)) {
                assertThat(ask(postgres.owner(), "SELECT n FROM kept")).isEqualTo("7");
            }
        }
        assertThat(leftover).doesNotExist();
    }

    @Test
    void the_process_number_of_a_dead_server_may_belong_to_an_innocent_by_now() throws Exception {
        Process innocent = new ProcessBuilder("sleep", "600").start();
        try (DataDirectory directory = DataDirectory.open(path)) {
            EmbeddedPostgres.start(directory, PROGRAMS).close();
            Files.writeString(path.resolve("postgres/data/postmaster.pid"),
                    innocent.pid() + "\n" + path.resolve("postgres/data") + "\n1\n5432\n\n127.0.0.1\n");
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory, PROGRAMS)) {
                assertThat(ask(postgres.application(), "SELECT 1")).isEqualTo("1");
            }
            assertThat(innocent.isAlive()).isTrue();
        } finally {
            innocent.destroyForcibly();
        }
    }

    @Test
    void lost_passwords_are_told_plainly() throws Exception {
        try (DataDirectory directory = DataDirectory.open(path)) {
            EmbeddedPostgres.start(directory, PROGRAMS).close();
            Files.delete(path.resolve("postgres/passwords.json"));
            assertThatThrownBy(() -> EmbeddedPostgres.start(directory, PROGRAMS)).isInstanceOf(StartupFailure.class)
                    .hasMessageContaining("restore").hasMessageContaining("passwords.json");
        }
    }

    static void run(DatabaseLogin login, String... statements) throws SQLException {
        try (Connection connection = connect(login); Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    static String ask(DatabaseLogin login, String question) throws SQLException {
        try (Connection connection = connect(login);
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            assertThat(answer.next()).isTrue();
            return String.valueOf(answer.getString(1));
        }
    }
}
