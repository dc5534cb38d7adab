package exchange.settlement.app.e2e;

import exchange.settlement.app.SettlementApplication;
import exchange.settlement.app.TestPostgres;
import exchange.settlement.app.TestPostgres.FreshDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** An engine with a database of its own, for what other tests must not see: things in its way, restarts, hands in the database. */
final class OwnEngine implements AutoCloseable {

    private final FreshDatabase database = TestPostgres.freshDatabase();
    private final Path data;
    private final List<String> settings;
    private ConfigurableApplicationContext application;
    private Engine engine;

    OwnEngine(Path data, String... settings) throws IOException {
        this.data = data;
        this.settings = List.of(settings);
        this.application = run();
        this.engine = engine();
    }

    Market market() {
        return new Market(engine);
    }

    <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    /** Runs statements as the owner of the schema. */
    void asOwner(String... statements) throws SQLException {
        database.asOwner(statements);
    }

    /** Stops the engine, does something to its database, and starts it again. */
    void restartAfter(String... statements) throws IOException, SQLException {
        close();
        asOwner(statements);
        application = run();
        engine = engine();
    }

    private ConfigurableApplicationContext run() {
        var arguments = new ArrayList<>(List.of(database.springArguments()));
        arguments.removeIf(argument -> argument.startsWith("--settlement.data-directory="));
        arguments.add("--settlement.data-directory=" + data);
        arguments.addAll(settings);
        return SpringApplication.run(SettlementApplication.class, arguments.toArray(String[]::new));
    }

    private Engine engine() throws IOException {
        var port = application.getEnvironment().getRequiredProperty("local.server.port");
        return new Engine(URI.create("http://127.0.0.1:" + port), data);
    }

    @Override
    public void close() {
        engine.close();
        application.close();
    }
}
