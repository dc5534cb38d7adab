package exchange.settlement.app.process;

import exchange.eventstore.GaplessEventStorageEngine;
import exchange.settlement.app.command.Commands;
import java.time.Instant;
import java.util.function.Supplier;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The processes, started with the engine and stopped before the web server's last answers are out. */
@Configuration(proxyBeanMethods = false)
class ProcessConfiguration {

    @Bean
    ProcessPosition processPosition(JdbcTemplate db) {
        return new ProcessPosition(db);
    }

    @Bean
    ParkedEvents parkedEvents(JdbcTemplate db) {
        return new ParkedEvents(db);
    }

    @Bean
    ProcessSteps processSteps(Commands commands, ParkedEvents parked, Supplier<Instant> now) {
        return new ProcessSteps(commands, parked, now);
    }

    @Bean
    ProcessRunner processRunner(EventStore events, ProcessSteps steps, ProcessPosition position) {
        return new ProcessRunner(events, steps, position);
    }

    @Bean
    DeadLetters deadLetters(ParkedEvents parked, ProcessSteps steps, ProcessPosition position, GaplessEventStorageEngine log,
            PlatformTransactionManager transactions) {
        return new DeadLetters(parked, steps, position, log, new TransactionTemplate(transactions));
    }
}
