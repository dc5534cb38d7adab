package exchange.settlement.app.postgres;

import static exchange.settlement.app.postgres.SharedTestServer.PROGRAMS;
import static org.assertj.core.api.Assertions.assertThat;

import exchange.settlement.app.ChildJvm;
import exchange.settlement.app.startup.DataDirectory;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class KilledEngineTest {

    private static final int ROWS_BEFORE_KILL = 200;

    @TempDir
    Path path;

    @Test
    @Timeout(60)
    void after_a_kill_the_next_start_finds_every_acknowledged_row() throws Exception {
        Process engine = ChildJvm.start(AcknowledgingWriter.class, List.of(), path.toString(), PROGRAMS.toString());
        int acknowledged = 0;
        try (BufferedReader lines = engine.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                acknowledged = Integer.parseInt(line);
                if (acknowledged == ROWS_BEFORE_KILL) {
                    engine.toHandle().destroyForcibly(); // unlike the process itself, it leaves the output readable
                }
            }
        }
        engine.waitFor(10, TimeUnit.SECONDS);
        assertThat(acknowledged).isGreaterThanOrEqualTo(ROWS_BEFORE_KILL);
        assertThat(serverOf(path).isAlive()).as("the killed engine's server lives on").isTrue();

        try (DataDirectory directory = DataDirectory.open(path);
                EmbeddedPostgres postgres = EmbeddedPostgres.start(directory, PROGRAMS)) {
            String found = EmbeddedPostgresTest.ask(postgres.owner(),
                    "SELECT count(*) FROM acknowledged WHERE n <= " + acknowledged);
            assertThat(found).isEqualTo(Integer.toString(acknowledged));
        }
    }

    @Test
    @Timeout(60)
    void a_killed_server_recovers_by_itself() throws Exception {
        try (DataDirectory directory = DataDirectory.open(path)) {
            EmbeddedPostgres killed = EmbeddedPostgres.start(directory, PROGRAMS);
            EmbeddedPostgresTest.run(killed.owner(), "CREATE TABLE kept (n int)", "INSERT INTO kept VALUES (7)");
            ProcessHandle server = serverOf(path);
            server.destroyForcibly();
            server.onExit().get(10, TimeUnit.SECONDS);

            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory, PROGRAMS)) {
                assertThat(EmbeddedPostgresTest.ask(postgres.owner(), "SELECT n FROM kept")).isEqualTo("7");
            }
        }
    }

    private static ProcessHandle serverOf(Path path) throws Exception {
        String pid = Files.readAllLines(path.resolve("postgres/data/postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }
}
