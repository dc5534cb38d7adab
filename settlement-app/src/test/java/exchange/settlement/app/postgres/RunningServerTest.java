package exchange.settlement.app.postgres;

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
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds of a running server: durable, closed to strangers, safe from a second engine. */
class RunningServerTest {

    private final EmbeddedPostgres postgres = SharedTestServer.server();
    private final Path path = SharedTestServer.path();

    @Test
    void the_server_itself_says_that_it_is_durable() throws SQLException {
        assertThat(EmbeddedPostgresTest.ask(postgres.application(), "SHOW fsync")).isEqualTo("on");
        assertThat(EmbeddedPostgresTest.ask(postgres.application(), "SHOW synchronous_commit")).isEqualTo("on");
        assertThat(EmbeddedPostgresTest.ask(postgres.application(), "SHOW full_page_writes")).isEqualTo("on");
        assertThat(EmbeddedPostgresTest.ask(postgres.application(), "SHOW data_checksums")).isEqualTo("on");
        assertThat(EmbeddedPostgresTest.ask(postgres.application(), "SHOW server_encoding")).isEqualTo("UTF8");
        assertThat(EmbeddedPostgresTest.ask(postgres.application(), "SHOW server_version")).startsWith("18.");
    }

    @Test
    void nobody_enters_without_the_generated_password() {
        for (DatabaseLogin login : List.of(postgres.superuser(), postgres.owner(), postgres.application())) {
            for (String guess : List.of("", "wrong", login.username())) {
                assertThatThrownBy(() -> connect(new DatabaseLogin(login.jdbcUrl(), login.username(), guess)).close())
                        .as(login.username()).isInstanceOf(SQLException.class);
            }
        }
        assertThat(path.resolve("postgres/data/pg_hba.conf")).content()
                .doesNotContainPattern("(?m)^[^#\\n]*\\b(trust|peer|ident)\\b");
    }

    @Test
    void secrets_are_readable_by_their_owner_only_and_appear_nowhere_else() throws Exception {
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

    @Test
    void a_second_instance_is_refused_and_the_first_does_not_notice() throws Exception {
        try (Connection connection = connect(postgres.application())) {
            assertThatThrownBy(() -> DataDirectory.open(path)).isInstanceOf(StartupFailure.class)
                    .hasMessageContaining("in use by another engine")
                    .hasMessageContaining("SETTLEMENT_DATA_DIRECTORY");
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    private String mode(String file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path.resolve(file)));
    }
}
