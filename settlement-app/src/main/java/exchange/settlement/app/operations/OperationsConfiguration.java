package exchange.settlement.app.operations;

import exchange.eventstore.GaplessEventStorageEngine;
import exchange.settlement.app.api.RequestHash;
import java.time.Instant;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** What operators' actions go through. */
@Configuration(proxyBeanMethods = false)
class OperationsConfiguration {

    @Bean
    OperatorActions operatorActions(JdbcTemplate db) {
        return new OperatorActions(db);
    }

    @Bean
    ActionEndpoint actionEndpoint(OperatorActions actions, GaplessEventStorageEngine log, RequestHash hash,
            Supplier<Instant> now) {
        return new ActionEndpoint(actions, log, hash, now);
    }
}
