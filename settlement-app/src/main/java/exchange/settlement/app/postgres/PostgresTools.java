package exchange.settlement.app.postgres;

import com.sun.security.auth.module.UnixSystem;
import exchange.settlement.app.startup.StartupFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL's own programs, run as this user. No secret is ever passed as an argument: arguments are public. */
final class PostgresTools {

    private final Path home;
    private final boolean root;

    /**
     * @param home the directory with {@code bin}
     */
    PostgresTools(Path home) {
        this.home = home;
        this.root = new UnixSystem().getUid() == 0;
    }

    /**
     * What a program had to say.
     *
     * @param exitCode 0 when it succeeded
     * @param output   standard output and error together
     */
    record Outcome(int exitCode, String output) {

        boolean succeeded() {
            return exitCode == 0;
        }

        /** The line that says what went wrong, or the last one. */
        String complaint() {
            return PostgresTools.complaint(output);
        }
    }

    /**
     * Runs a program to its end.
     *
     * @param program   {@code initdb}, {@code pg_ctl} or {@code postgres}
     * @param arguments its arguments
     * @param input     what it reads from standard input
     * @return how it ended
     * @throws IOException if it cannot be run at all
     */
    Outcome run(String program, List<String> arguments, String input) throws IOException {
        List<String> command = new ArrayList<>();
        if (root) {
            // PostgreSQL refuses to run as root. In a user namespace of its own it runs without root's powers, and its
            // files still belong to the one user that started the engine.
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // The operator's own PostgreSQL settings and language must not reach this server.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Outcome outcome = new Outcome(exitCode(process), output);
        if (output.contains("unshare failed")) {
            throw new StartupFailure("PostgreSQL refuses to run as root and this machine does not let it drop root's powers ("
                    + outcome.complaint() + "): start the engine as an ordinary user.");
        }
        return outcome;
    }

    static String complaint(String output) {
        List<String> lines = output.lines().filter(line -> !line.isBlank()).toList();
        return lines.stream().filter(line -> line.contains("FATAL: ") || line.contains("error: ")).findFirst()
                .map(line -> line.replaceFirst("^.*(FATAL|error): +", "")).orElse(lines.isEmpty() ? "" : lines.getLast());
    }

    private static int exitCode(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for PostgreSQL", interrupted);
        }
    }
}
