package exchange.settlement.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import exchange.settlement.app.ChildJvm;
import exchange.settlement.app.SettlementApplication;
import exchange.settlement.app.postgres.SharedTestServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** An engine in a process of its own, which can be killed. */
final class EngineProcess implements AutoCloseable {

    private static final Pattern API = Pattern.compile("API +(http://\\S+)/api/v1 ");

    private final Process process;
    private final Engine engine;

    private EngineProcess(Process process, Engine engine) {
        this.process = process;
        this.engine = engine;
    }

    /** Starts an engine on a data directory; returns when it is ready. */
    static EngineProcess start(Path data) throws IOException {
        var process = ChildJvm.start(SettlementApplication.class, List.of(), "--settlement.data-directory=" + data,
                "--server.port=0", "--settlement.postgres.programs-directory=" + SharedTestServer.PROGRAMS);
        drain(process.errorReader());
        var output = process.inputReader();
        URI base = null;
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            var api = API.matcher(line);
            if (api.find()) {
                base = URI.create(api.group(1));
            }
            if (base != null && line.contains("Credentials")) {
                drain(output);
                return new EngineProcess(process, new Engine(base, data));
            }
        }
        throw new AssertionError("the engine ended with status " + process.onExit().join().exitValue());
    }

    Engine engine() {
        return engine;
    }

    /** Ends it as a power cut would. */
    void kill() {
        process.toHandle().destroyForcibly();
        assertThat(process.onExit().orTimeout(20, TimeUnit.SECONDS).join().isAlive()).isFalse();
    }

    /** Asks it to end, and waits until it has. */
    void stop() {
        process.toHandle().destroy();
        assertThat(process.onExit().orTimeout(60, TimeUnit.SECONDS).join().isAlive()).isFalse();
    }

    @Override
    public void close() {
        engine.close();
        if (process.isAlive()) {
            stop();
        }
    }

    /** A process whose output nobody reads stands still one day. */
    private static void drain(BufferedReader output) {
        Thread.ofVirtual().start(() -> {
            try (output) {
                while (output.readLine() != null) {
                    // only read on
                }
            } catch (IOException _) {
                // the process has ended
            }
        });
    }
}
