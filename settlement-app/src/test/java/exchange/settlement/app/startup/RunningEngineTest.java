package exchange.settlement.app.startup;

import static org.assertj.core.api.Assertions.assertThat;

import exchange.settlement.app.ChildJvm;
import exchange.settlement.app.SettlementApplication;
import exchange.settlement.app.postgres.SharedTestServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Starting, stopping and killing the whole engine, watched from outside. */
@Timeout(90)
class RunningEngineTest {

    @TempDir
    Path path;

    @Test
    void a_stop_takes_the_database_along_and_a_kill_needs_no_help() throws Exception {
        Process killed = start();
        killed.toHandle().destroyForcibly();
        assertThat(killed.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(path.resolve("postgres/data/postmaster.pid")).as("the database outlives a killed engine").exists();

        Process stopped = start();
        stopped.toHandle().destroy();
        assertThat(stopped.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(path.resolve("postgres/data/postmaster.pid")).as("the database is stopped with its engine")
                .doesNotExist();
    }

    /** Returns once the engine says that it is ready, which is also a test of what it says. */
    private Process start() throws IOException {
        Process engine = ChildJvm.start(SettlementApplication.class, List.of(), "--settlement.data-directory=" + path,
                "--server.port=0", "--settlement.postgres.programs-directory=" + SharedTestServer.PROGRAMS);
        BufferedReader output = engine.inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.contains("Credentials")) {
                assertThat(line).contains(path.toRealPath().resolve("credentials.json").toString());
                return engine;
            }
        }
        throw new AssertionError("the engine ended: " + engine.errorReader().lines().toList());
    }
}
