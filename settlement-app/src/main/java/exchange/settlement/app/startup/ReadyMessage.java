package exchange.settlement.app.startup;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;

/** Tells whoever started the engine where to go next. */
final class ReadyMessage {

    private final DataDirectory directory;

    ReadyMessage(DataDirectory directory) {
        this.directory = directory;
    }

    @EventListener
    void print(ApplicationReadyEvent ready) {
        if (!(ready.getApplicationContext() instanceof WebServerApplicationContext context)) {
            return; // a test without a web server
        }
        WebServer server = context.getWebServer();
        if (server == null) {
            return;
        }
        String address = ready.getApplicationContext().getEnvironment().getProperty("server.address", "127.0.0.1");
        String base = "http://" + address + ":" + server.getPort();
        System.out.printf("""

                The settlement engine is ready.
                  API          %s/api/v1 (description: %s/api/v1/openapi)
                  Health       %s/actuator/health
                  Credentials  %s (readable by its owner only)
                  A first trade in five minutes: README.md
                %n""", base, base, base, directory.path().resolve("credentials.json"));
    }
}
