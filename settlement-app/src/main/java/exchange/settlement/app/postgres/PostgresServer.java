package exchange.settlement.app.postgres;

import exchange.settlement.app.startup.StartupFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts and stops the server process. Whatever a killed engine left behind, a running server or the traces of one, is
 * cleared away first; the caller holds the lock on the data directory, so it can be nobody else's.
 */
final class PostgresServer {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
    private static final int START_ATTEMPTS_MAX = 3;
    private static final String START_TIMEOUT_SECONDS = "600"; // replaying the log after a crash is not a failure
    private static final String STOP_TIMEOUT_SECONDS = "60";

    private final Path directory;
    private final Path data;
    private final PostgresTools tools;

    /**
     * @param directory where start-up log and server log go
     * @param data      the server's data directory, initialised
     * @param tools     the programs
     */
    PostgresServer(Path directory, Path data, PostgresTools tools) {
        this.directory = directory;
        this.data = data;
        this.tools = tools;
    }

    /**
     * Starts the server and waits until it serves.
     *
     * @return the loopback port it listens on, another one at each start
     * @throws StartupFailure if it does not start
     */
    int start() throws IOException {
        String complaint = "";
        // Again, because another program may take the chosen port first, and because the last processes of a server that
        // was killed may need a moment to end.
        for (int attempt = 1; attempt <= START_ATTEMPTS_MAX; attempt++) {
            stopLeftover();
            int port = freePort();
            Path startLog = directory.resolve("start.log");
            Files.deleteIfExists(startLog);
            PostgresTools.Outcome outcome = tools.run("pg_ctl", List.of("-D", data.toString(), "-l", startLog.toString(),
                    "-o", options(port), "-w", "-t", START_TIMEOUT_SECONDS, "start"), "");
            if (outcome.succeeded()) {
                return port;
            }
            complaint = Files.exists(startLog) ? PostgresTools.complaint(Files.readString(startLog)) : outcome.complaint();
        }
        throw new StartupFailure("The embedded PostgreSQL does not start (" + complaint + "): see " + directory
                + " for its log, remove the cause and start again.");
    }

    /** Stops the server once all it had to write is written. Connections still open are ended. */
    void stop() throws IOException {
        if (!stop("fast") && !stop("immediate")) {
            LOG.warn("The embedded PostgreSQL did not stop; the next start will stop it. Nothing is lost.");
        }
    }

    private boolean stop(String mode) throws IOException {
        return tools.run("pg_ctl",
                List.of("-D", data.toString(), "-m", mode, "-w", "-t", STOP_TIMEOUT_SECONDS, "stop"), "").succeeded();
    }

    private void stopLeftover() throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        ProcessHandle process = processOf(pidFile);
        if (process == null) {
            return; // the server itself copes with the file of a process that is gone
        }
        if (isOurs(process)) {
            LOG.info("An engine was killed here and left its PostgreSQL running: stopping it first.");
            stop();
        } else {
            // The number now belongs to some other program, as is common in containers and after a reboot. The server
            // would take that program for its predecessor, and a stop would hit an innocent.
            Files.delete(pidFile);
        }
    }

    private static @Nullable ProcessHandle processOf(Path pidFile) throws IOException {
        String pid = Files.readString(pidFile).lines().findFirst().orElse("").strip();
        return pid.matches("\\d{1,10}") ? ProcessHandle.of(Long.parseLong(pid)).orElse(null) : null;
    }

    private boolean isOurs(ProcessHandle process) {
        String commandLine = process.info().commandLine().orElse("");
        return commandLine.contains("postgres") && commandLine.contains(data.toString());
    }

    private String options(int port) {
        return PostgresTuning.settings(port, directory.resolve("log")).entrySet().stream()
                .map(setting -> "-c " + setting.getKey() + "=" + quoted(setting.getValue()))
                .collect(Collectors.joining(" "));
    }

    /** For the shell, through which pg_ctl hands the options on. */
    private static String quoted(String value) {
        return "'" + value.replace("'", "'\\''") + "'";
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
