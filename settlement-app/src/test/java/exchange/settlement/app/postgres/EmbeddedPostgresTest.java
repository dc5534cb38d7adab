package exchange.settlement.app.postgres;

import static exchange.settlement.app.postgres.SharedTestServer.PROGRAMS;
import static exchange.settlement.app.postgres.SharedTestServer.connect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exchange.settlement.app.startup.DataDirectory;
import exchange.settlement.app.startup.StartupFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

    @TempDir
    Path path;

    @Test
    void the_server_itself_says_that_it_is_durable() throws SQLException {
        try (DataDirectory directory = DataDirectory.open(path);
                EmbeddedPostgres postgres = EmbeddedPostgres.start(directory, PROGRAMS)) {
            assertThat(ask(postgres.application(), "SHOW fsync")).isEqualTo("on");
            assertThat(ask(postgres.application(), "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(ask(postgres.application(), "SHOW full_page_writes")).isEqualTo("on");
            assertThat(ask(postgres.application(), "SHOW data_checksums")).isEqualTo("on");
            assertThat(ask(postgres.application(), "SHOW server_encoding")).isEqualTo("UTF8");
            assertThat(ask(postgres.application(), "SHOW server_version")).startsWith("18.");
        }
    }

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
    void nobody_enters_without_the_generated_password() {
        try (DataDirectory directory = DataDirectory.open(path);
                EmbeddedPostgres postgres = EmbeddedPostgres.start(directory, PROGRAMS)) {
            for (DatabaseLogin login : List.of(postgres.superuser(), postgres.owner(), postgres.application())) {
                for (String guess : List.of("", "wrong", login.username())) {
                    assertThatThrownBy(() -> connect(new DatabaseLogin(login.jdbcUrl(), login.username(), guess)).close())
                            .as(login.username()).isInstanceOf(SQLException.class);
                }
            }
            assertThat(path.resolve("postgres/data/pg_hba.conf")).content()
                    .doesNotContainPattern("(?m)^[^#\\n]*\\b(trust|peer|ident)\\b");
        }
    }

    @Test
    void secrets_are_readable_by_their_owner_only_and_appear_nowhere_else() throws Exception {
        try (DataDirectory directory = DataDirectory.open(path);
                EmbeddedPostgres postgres = EmbeddedPostgres.start(directory, PROGRAMS)) {
            assertThat(mode("postgres")).isEqualTo("rwx------");
            assertThat(mode("postgres/data")).isEqualTo("rwx------");
            assertThat(mode("postgres/passwords.json")).isEqualTo("rw-------");
            assertThat(mode("engine.lock")).isEqualTo("rw-------");
            assertThat(path.resolve("postgres/superuser-password")).doesNotExist();
            String arguments = ProcessHandle.allProcesses().map(process -> process.info().commandLine().orElse(""))
                    .reduce("", String::concat);
            for (DatabaseLogin login : List.of(postgres.superuser(), postgres.owner(), postgres.application())) {
                assertThat(arguments).doesNotContain(login.password());
                assertThat(login.toString()).doesNotContain(login.password());
            }
        }
    }

    @Test
    void a_second_instance_is_refused_and_the_first_does_not_notice() throws Exception {
        try (DataDirectory directory = DataDirectory.open(path);
                EmbeddedPostgres postgres = EmbeddedPostgres.start(directory, PROGRAMS);
                Connection connection = connect(postgres.application())) {
            assertThatThrownBy(() -> DataDirectory.open(path)).isInstanceOf(StartupFailure.class)
                    .hasMessageContaining("in use by another engine")
                    .hasMessageContaining("SETTLEMENT_DATA_DIRECTORY");
            assertThat(connection.isValid(1)).isTrue();
        }
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

    private String mode(String file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path.resolve(file)));
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
