package exchange.settlement.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fails a test class that leaves a command of its aggregate untried. Runs of single tests are not judged. */
public final class EveryCommand implements AfterEachCallback, AfterAllCallback {

    private final Class<?> commands;
    private int run;

    private EveryCommand(Class<?> commands) {
        this.commands = commands;
    }

    /** Every record of a sealed interface of commands. */
    public static EveryCommand of(Class<?> commands) {
        return new EveryCommand(commands);
    }

    /** All records of a sealed interface, however deep. */
    public static List<Class<?>> records(Class<?> sealed) {
        if (sealed.isRecord()) {
            return List.of(sealed);
        }
        var found = new ArrayList<Class<?>>();
        for (var permitted : sealed.getPermittedSubclasses()) {
            found.addAll(records(permitted));
        }
        return found;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        run++;
    }

    @Override
    public void afterAll(ExtensionContext context) {
        long tests = Arrays.stream(context.getRequiredTestClass().getDeclaredMethods())
                .filter(m -> m.isAnnotationPresent(Test.class)).count();
        if (run >= tests) {
            assertThat(Trial.TRIED).as("commands that are tried").containsAll(records(commands));
        }
    }
}
