package exchange.settlement.app.engine;

import exchange.eventstore.GaplessEventStorageEngine;
import exchange.eventstore.PostgresEventStorageEngine;
import exchange.settlement.app.command.StateReader;
import exchange.settlement.app.command.StreamSignals;
import exchange.settlement.app.eventlog.EventSerializer;
import exchange.settlement.app.eventlog.EventUpcasters;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** The event log on the engine's database, and what reads it directly. */
@Configuration(proxyBeanMethods = false)
public class StoreConfiguration {

    private static final int READ_BATCH = 500;

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** What time it is, for commands; never earlier than it was before. */
    @Bean
    Supplier<Instant> now(Clock clock) {
        return new ForwardClock(clock);
    }

    /** Spring's transactions, for Axon: a command's reads, its append and its texts are one transaction. */
    @Bean
    TransactionManager axonTransactions(PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }

    @Bean
    EventSerializer eventSerializer() {
        return new EventSerializer();
    }

    @Bean
    GaplessEventStorageEngine eventLog(DataSource database, EventSerializer serializer, Clock clock) {
        return PostgresEventStorageEngine.builder()
                .connectionProvider(new SpringDataSourceConnectionProvider(database))
                .clock(clock)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .upcasterChain(EventUpcasters.chain())
                .batchSize(READ_BATCH)
                .build();
    }

    @Bean
    StateReader stateReader(GaplessEventStorageEngine eventLog) {
        return new StateReader(eventLog);
    }

    @Bean
    StreamSignals streamSignals() {
        return new StreamSignals();
    }
}
