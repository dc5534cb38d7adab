package exchange.settlement.app.startup;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;

/** Tells whoever started the engine where to go next. */
final class ReadyMessage {

    private final DataDirectory directory;
    private final ServletWebServerApplicationContext server;

    ReadyMessage(DataDirectory directory, ServletWebServerApplicationContext server) {
        this.directory = directory;
        this.server = server;
    }

    @EventListener(ApplicationReadyEvent.class)
    void print() {
        WebServer web = server.getWebServer();
        if (web == null) {
            return;
        }
        String base = "http://127.0.0.1:" + web.getPort();
        System.out.printf("""

                The settlement engine is ready.
                  API          %s/api/v1 (description: %s/api/v1/openapi)
                  Health       %s/actuator/health
                  Credentials  %s (readable by its owner only)
                  A first trade in five minutes: README.md
                %n""", base, base, base, directory.path().resolve("credentials.json"));
    }
}
