package exchange.settlement.app.e2e;

import exchange.settlement.app.SettlementApplication;
import exchange.settlement.app.postgres.SharedTestServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Hands every test class of this package a market on one engine, started when first asked for and stopped after the last test.
 * After each class the invariants must hold.
 */
final class SharedEngine implements ParameterResolver, AfterAllCallback {

    /** A second marketplace, which nobody mandates by himself. */
    static final String RIVAL = "rival";

    /** A second program that the operator's staff signs in with. */
    static final String NIGHT_DESK = "night-desk";

    private static final Namespace NAMESPACE = Namespace.create(SharedEngine.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == Market.class || type == ApplicationContext.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var running = running(context);
        return parameter.getParameter().getType() == Market.class ? new Market(running.engine) : running.application;
    }

    @Override
    public void afterAll(ExtensionContext context) {
        running(context).engine.assertInvariantsHold();
    }

    private static Running running(ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).computeIfAbsent(Running.class, _ -> Running.start(), Running.class);
    }

    private record Running(ConfigurableApplicationContext application, Engine engine, Path data) implements AutoCloseable {

        static Running start() {
            try {
                var data = Files.createTempDirectory("settlement-e2e-").toRealPath();
                var application = SpringApplication.run(SettlementApplication.class, "--settlement.data-directory=" + data,
                        "--server.port=0", "--settlement.postgres.programs-directory=" + SharedTestServer.PROGRAMS,
                        "--settlement.clients." + RIVAL + ".role=marketplace",
                        "--settlement.clients." + NIGHT_DESK + ".role=operator");
                var port = application.getEnvironment().getRequiredProperty("local.server.port");
                return new Running(application, new Engine(URI.create("http://127.0.0.1:" + port), data), data);
            } catch (IOException failed) {
                throw new AssertionError(failed);
            }
        }

        @Override
        public void close() throws IOException {
            engine.close();
            application.close();
            try (var files = Files.walk(data)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
