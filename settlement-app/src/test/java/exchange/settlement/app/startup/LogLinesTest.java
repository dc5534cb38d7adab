package exchange.settlement.app.startup;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

/** What a message can do to the log. */
class LogLinesTest {

    @Test
    void a_message_cannot_pass_for_two_nor_steer_a_terminal() throws IOException {
        assertThat(shown("put \n12:00:00.000 ERROR Forged\r\u001b[2J\u009b1m\u0000 数据\tend"))
                .endsWith("put \n    12:00:00.000 ERROR Forged??[2J?1m? 数据\tend\n");
    }

    private static String shown(String message) throws IOException {
        var settings = new YamlPropertySourceLoader().load("application", new ClassPathResource("application.yml")).getFirst();
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        var layout = new PatternLayout();
        layout.setContext(context);
        // Spring Boot's own word for a stack trace, which this message has none of.
        layout.setPattern(Objects.requireNonNull(settings.getProperty("logging.pattern.console")).toString().replace("%wEx", ""));
        layout.start();
        Logger logger = context.getLogger("settlement.commands");
        return layout.doLayout(new LoggingEvent("", logger, Level.INFO, message, null, null));
    }
}
