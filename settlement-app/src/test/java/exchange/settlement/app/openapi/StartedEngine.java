package exchange.settlement.app.openapi;

import exchange.settlement.app.SettlementApplication;
import exchange.settlement.app.TestPostgres;
import exchange.settlement.app.TestPostgres.FreshDatabase;
import exchange.settlement.domain.member.RegistrationNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** The whole engine on a free port, with a database and a data directory of its own. */
final class StartedEngine implements AutoCloseable {

    private static final String DATA = "settlement.data-directory=";

    private final Path data;
    private final FreshDatabase database = TestPostgres.freshDatabase();
    private final ConfigurableApplicationContext context;

    StartedEngine(Path data) {
        this.data = data;
        var arguments = new ArrayList<>(List.of("--" + DATA + data));
        for (String property : database.springProperties()) {
            if (!property.startsWith(DATA)) {
                arguments.add("--" + property);
            }
        }
        context = SpringApplication.run(SettlementApplication.class, arguments.toArray(String[]::new));
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    /** Runs statements as the owner of the schema. */
    void asOwner(String... statements) throws SQLException {
        database.asOwner(statements);
    }

    String address() {
        return "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    String secret(String client) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(data.resolve("credentials.json"))).get("clients").get(client)
                .stringValue();
    }

    @Override
    public void close() {
        context.close();
    }

    /** A valid registration number for each serial number. */
    static String registrationNumber(int serial) {
        var start = "91441900%09d".formatted(serial);
        return "0123456789ABCDEFGHJKLMNPQRTUWXY".chars().mapToObj(check -> start + (char) check)
                .filter(RegistrationNumber::isValid).findFirst().orElseThrow();
    }
}
