package exchange.settlement.app.api;

import exchange.eventstore.GaplessEventStorageEngine;
import exchange.settlement.app.command.Commands;
import exchange.settlement.app.command.StateReader;
import exchange.settlement.app.command.StreamSignals;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** The way of commands from HTTP to the bus. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration {

    /** Fewer than the pool has connections, so that processes, projections and reads always get one. */
    private static final int COMMANDS_AT_ONCE = 12;

    /** Beyond these the engine says 503: a longer queue would only make everybody wait longer. */
    private static final int COMMANDS_WAITING = 2000;

    @Bean
    RequestHash requestHash(JdbcTemplate db) {
        return new RequestHash(db);
    }

    @Bean
    CommandEndpoint commandEndpoint(Commands commands, StateReader states, GaplessEventStorageEngine log, StreamSignals signals,
            RequestHash hash, BoundKeys keys) {
        return new CommandEndpoint(commands, states, new RestWatch(log, signals), hash, keys,
                new Admission(COMMANDS_AT_ONCE, COMMANDS_WAITING));
    }
}
