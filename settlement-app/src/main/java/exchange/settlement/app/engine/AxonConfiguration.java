package exchange.settlement.app.engine;

import exchange.eventstore.CommandIdentity;
import exchange.eventstore.GaplessEventStorageEngine;
import exchange.settlement.app.command.Commands;
import exchange.settlement.app.command.DecisionInterceptor;
import exchange.settlement.app.command.StateReader;
import exchange.settlement.app.command.StreamSignals;
import exchange.settlement.app.command.Vault;
import exchange.settlement.app.eventlog.EventSerializer;
import exchange.settlement.domain.Command;
import exchange.settlement.domain.Witness;
import exchange.settlement.domain.catalogue.AggregateCatalogue;
import exchange.settlement.domain.policy.PolicyBook;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.AggregateConfiguration;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.eventsourcing.AggregateSnapshotter;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.serialization.UnknownSerializedType;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/** Axon, wired part by part. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
public class AxonConfiguration {

    /** After so many events an aggregate that lives long is read from a snapshot. */
    private static final int SNAPSHOT_EVERY = 100;

    static {
        // An engine of a regulated market calls nobody, and advertises nothing in its log.
        System.setProperty("axoniq.update-checker.disabled", "true");
        System.setProperty("disable-axoniq-console-message", "true");
    }

    @Bean(destroyMethod = "shutdown")
    Configuration axon(GaplessEventStorageEngine log, TransactionManager transactions, EventSerializer serializer,
            StateReader reader, PolicyBook policies, Vault vault) {
        var configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureTransactionManager(_ -> transactions)
                .configureSerializer(_ -> serializer)
                .configureCommandBus(c -> commandBus(c, log, vault))
                .configureEventStore(_ -> eventStore(log))
                .configureCorrelationDataProviders(_ -> List.of(AxonConfiguration::handedOn))
                .configureSnapshotter(AxonConfiguration::snapshotter)
                .registerComponent(CommandTargetResolver.class, _ -> AxonConfiguration::target)
                .registerComponent(Witness.class, _ -> reader.witness())
                .registerComponent(PolicyBook.class, _ -> policies);
        AggregateCatalogue.shortLived().forEach(type -> configurer.configureAggregate(aggregate(type)));
        AggregateCatalogue.longLived().forEach(type -> configurer.configureAggregate(snapshotted(type)));
        return configurer.start();
    }

    @Bean
    CommandBus commandBus(Configuration axon) {
        return axon.commandBus();
    }

    @Bean
    EventStore eventStore(Configuration axon) {
        return axon.eventStore();
    }

    @Bean
    Vault vault(JdbcTemplate db) {
        return new Vault(db);
    }

    @Bean
    Commands commands(CommandBus bus, GaplessEventStorageEngine log, StreamSignals signals, MeterRegistry metrics) {
        return new Commands(bus, log, signals, metrics);
    }

    private static CommandBus commandBus(Configuration c, GaplessEventStorageEngine log, Vault vault) {
        // The bus registers the interceptor for correlation data itself.
        var bus = SimpleCommandBus.builder().transactionManager(c.getComponent(TransactionManager.class)).build();
        bus.registerHandlerInterceptor(
                new org.axonframework.messaging.interceptors.CorrelationDataInterceptor<>(c.correlationDataProviders()));
        bus.registerHandlerInterceptor(new DecisionInterceptor(log, vault));
        return bus;
    }

    private static EventStore eventStore(GaplessEventStorageEngine log) {
        var store = EmbeddedEventStore.builder().storageEngine(log).build();
        store.registerDispatchInterceptor(new CommandIdentity());
        return store;
    }

    private static Map<String, ?> handedOn(Message<?> message) {
        return message instanceof CommandMessage<?> command
                ? Commands.handedOn().stream().filter(command.getMetaData()::containsKey)
                        .collect(Collectors.toMap(key -> key, key -> command.getMetaData().get(key)))
                : Map.of();
    }

    private static Snapshotter snapshotter(Configuration c) {
        var factories = c.getModules().stream()
                .filter(AggregateConfiguration.class::isInstance)
                .<AggregateFactory<?>>map(module -> ((AggregateConfiguration<?>) module).aggregateFactory())
                .toList();
        return AggregateSnapshotter.builder()
                .eventStore(c.eventStore())
                .transactionManager(c.getComponent(TransactionManager.class))
                .executor(Executors.newSingleThreadExecutor(Thread.ofVirtual().name("snapshots").factory()))
                .aggregateFactories(factories)
                .repositoryProvider(c::repository)
                .parameterResolverFactory(c.parameterResolverFactory())
                .build();
    }

    private static <A> AggregateConfigurer<A> snapshotted(Class<A> type) {
        return aggregate(type).configureSnapshotTrigger(
                c -> new EventCountSnapshotTriggerDefinition(c.snapshotter(), SNAPSHOT_EVERY));
    }

    private static <A> AggregateConfigurer<A> aggregate(Class<A> type) {
        // An aggregate that skipped an event it cannot read would decide on a state that never was.
        return AggregateConfigurer.defaultConfiguration(type).configureEventStreamFilter(_ -> event -> {
            if (UnknownSerializedType.class.equals(event.getPayloadType())) {
                throw new IllegalStateException("Event " + event.getIdentifier() + " of " + event.getAggregateIdentifier()
                        + " is of a type or revision that this engine cannot read");
            }
            return true;
        });
    }

    /** Every command says itself whom it addresses; looking for annotations would be waste. */
    private static VersionedAggregateIdentifier target(CommandMessage<?> message) {
        return new VersionedAggregateIdentifier((Object) ((Command) message.getPayload()).target().stream(), null);
    }
}
