package exchange.settlement.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the settlement engine. */
@SpringBootApplication
public class SettlementApplication {

    /**
     * Runs the engine until it is stopped. A start that fails has said why on standard error when this ends the process with
     * status 1.
     *
     * @param args Spring Boot's command line arguments, for example {@code --server.port=9090}
     */
    public static void main(String[] args) {
        try {
            SpringApplication.run(SettlementApplication.class, args);
        } catch (RuntimeException alreadyReported) {
            // A thread left behind by the failed start must not keep a dead engine alive.
            System.exit(1);
        }
    }
}
