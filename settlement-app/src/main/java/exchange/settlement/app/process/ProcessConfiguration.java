package exchange.settlement.app.process;

import exchange.settlement.app.command.Commands;
import java.time.Instant;
import java.util.function.Supplier;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** The processes, started with the engine and stopped before the web server's last answers are out. */
@Configuration(proxyBeanMethods = false)
class ProcessConfiguration {

    @Bean
    ProcessPosition processPosition(JdbcTemplate db) {
        return new ProcessPosition(db);
    }

    @Bean
    ProcessRunner processRunner(EventStore events, Commands commands, ProcessPosition position, Supplier<Instant> now) {
        return new ProcessRunner(events, new ProcessSteps(commands, position, now), position);
    }
}
