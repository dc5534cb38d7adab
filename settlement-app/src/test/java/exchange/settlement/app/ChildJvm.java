package exchange.settlement.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts a second JVM with this one's class path: for what can only be seen from outside a process. */
public final class ChildJvm {

    private ChildJvm() {}

    /**
     * Starts a program.
     *
     * @param program   the class with the main method
     * @param options   options of the JVM, such as system properties
     * @param arguments the program's arguments
     * @return the running process; its output and its errors are for the caller to read
     */
    public static Process start(Class<?> program, List<String> options, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path", ""), program.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).start();
    }
}
