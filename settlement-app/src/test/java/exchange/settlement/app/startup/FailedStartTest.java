package exchange.settlement.app.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exchange.settlement.app.ChildJvm;
import exchange.settlement.app.SettlementApplication;
import exchange.settlement.app.postgres.SharedTestServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator sees when the engine cannot start, watched from outside. */
@Timeout(60)
class FailedStartTest {

    @TempDir
    Path path;

    @Test
    void a_port_in_use_is_told_in_one_sentence() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(failure(path, "" + taken.getLocalPort())).isEqualTo("Port " + taken.getLocalPort()
                    + " is already in use: stop the program that has it, or choose another port with SERVER_PORT.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "70000", "80.5", "0x50", ""})
    void a_port_that_is_none_is_told_in_one_sentence(String port) throws Exception {
        assertThat(failure(path, port)).isEqualTo("The port \"" + port
                + "\" is no whole number from 0 to 65535: choose another with SERVER_PORT.");
    }

    @Test
    void a_setting_that_cannot_be_read_is_told_in_one_sentence() throws Exception {
        assertThat(failure(path, "0", "--settlement.database.pool-size=many")).contains("pool-size")
                .endsWith("cannot be read: correct it.");
    }

    @Test
    void a_second_engine_on_the_same_data_is_told_in_one_sentence() throws Exception {
        try (DataDirectory held = DataDirectory.open(path)) {
            assertThat(failure(path, "0"))
                    .isEqualTo("The data directory " + held.path() + " is in use by another engine (process "
                            + ProcessHandle.current().pid()
                            + "): stop that one first, or give this one its own directory with SETTLEMENT_DATA_DIRECTORY.");
        }
    }

    @Test
    void a_data_directory_that_cannot_be_written_is_told_in_one_sentence() throws Exception {
        Path file = Files.createFile(path.resolve("file"));
        assertThat(failure(file.resolve("below"), "0")).isEqualTo("The data directory " + file.resolve("below")
                + " cannot be written (Not a directory): make it writable for this user, or name another with SETTLEMENT_DATA_DIRECTORY.");
        assertThat(failure(file, "0")).isEqualTo("The data directory " + file + " cannot be written (" + file
                + " is not a directory): make it writable for this user, or name another with SETTLEMENT_DATA_DIRECTORY.");
        // Permissions do not bind root, which may run the tests; these bind everyone.
        for (Path impossible : List.of(file, Path.of("/proc/settlement"))) {
            assertThatThrownBy(() -> DataDirectory.open(impossible)).isInstanceOf(StartupFailure.class)
                    .hasMessageStartingWith("The data directory " + impossible + " cannot be written (");
        }
    }

    @Test
    void an_unreachable_database_of_the_operators_own_is_told_in_one_sentence() throws Exception {
        assertThat(failure(path, "0", "--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/nowhere",
                "--spring.datasource.hikari.initialization-fail-timeout=1")).contains("The database cannot be entered")
                .contains("spring.datasource.url");
    }

    /** Runs the engine to its failure and returns all it wrote to standard error. */
    private static String failure(Path data, String port, String... arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("--settlement.data-directory=" + data, "--server.port=" + port,
                "--settlement.postgres.programs-directory=" + SharedTestServer.PROGRAMS));
        all.addAll(List.of(arguments));
        Process engine = ChildJvm.start(SettlementApplication.class, List.of(), all.toArray(String[]::new));
        String output = new String(engine.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String errors = new String(engine.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(engine.waitFor()).isEqualTo(1);
        assertThat(output).doesNotContain("Exception").doesNotContain("\tat ");
        assertThat(errors.lines()).hasSize(1);
        return errors.strip();
    }
}
