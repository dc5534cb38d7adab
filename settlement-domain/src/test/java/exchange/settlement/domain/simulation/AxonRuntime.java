package exchange.settlement.domain.simulation;

import exchange.eventstore.AppendConditions;
import exchange.eventstore.CommandIdentity;
import exchange.eventstore.CommandRepeatedException;
import exchange.eventstore.ReferenceEventStorageEngine;
import exchange.settlement.domain.AggregateId;
import exchange.settlement.domain.Command;
import exchange.settlement.domain.Rejected;
import exchange.settlement.domain.Rejection;
import exchange.settlement.domain.SettlementEvent;
import exchange.settlement.domain.Witness;
import exchange.settlement.domain.catalogue.AggregateCatalogue;
import exchange.settlement.domain.policy.PolicyBook;
import exchange.settlement.domain.proposal.Ground;
import exchange.settlement.domain.proposal.ProposalRejection;
import exchange.settlement.domain.simulation.Outcome.Done;
import exchange.settlement.domain.simulation.Outcome.Refused;
import exchange.settlement.domain.simulation.Outcome.Repeated;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Real Axon over an event log, on the calling thread: what a process of the engine is, without what is around it. */
public final class AxonRuntime implements AutoCloseable {

    private static final int ATTEMPTS = 5;

    /** Whether commands are recognised when they come again. */
    public enum Deduplication {
        ON,
        /** Deliberately broken: events get random ids, so no command id is ever found in the log. */
        BROKEN
    }

    private final ReferenceEventStorageEngine log;
    private final Configuration axon;
    private final CommandBus commands;
    private @Nullable Runnable interloper;

    /** A runtime that knows nothing but the log. */
    public AxonRuntime(ReferenceEventStorageEngine log, PolicyBook policies, Deduplication deduplication) {
        this.log = log;
        var configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureCommandBus(_ -> SimpleCommandBus.builder().build())
                .configureEventStore(_ -> eventStore(deduplication))
                .registerComponent(CommandTargetResolver.class, _ -> message -> new VersionedAggregateIdentifier(
                        (Object) ((Command) message.getPayload()).target().stream(), null))
                .registerComponent(Witness.class, _ -> new LogWitness())
                .registerComponent(PolicyBook.class, _ -> policies);
        Stream.concat(AggregateCatalogue.shortLived().stream(), AggregateCatalogue.longLived().stream())
                .forEach(type -> configurer.configureAggregate(AggregateConfigurer.defaultConfiguration(type)));
        axon = configurer.start();
        commands = axon.commandBus();
    }

    private EmbeddedEventStore eventStore(Deduplication deduplication) {
        var store = EmbeddedEventStore.builder().storageEngine(log).build();
        if (deduplication == Deduplication.ON) {
            store.registerDispatchInterceptor(new CommandIdentity());
        }
        return store;
    }

    /** Has something happen between the next look at another aggregate and the append that rests on it. */
    public void interruptNextDecision(Runnable somethingElse) {
        interloper = somethingElse;
    }

    /** Sends a command that rests on aggregates as somebody has seen them. */
    public Outcome dispatch(Command command, UUID commandId, List<Ground> grounds) {
        boolean moved = grounds.stream()
                .anyMatch(ground -> log.lastSequenceNumberFor(ground.stream()).orElse(-1L) + 1 != ground.version());
        if (!moved) {
            return dispatch(command, commandId);
        }
        return traced(commandId)
                ? new Repeated()
                : new Refused(Rejection.conflict(ProposalRejection.GROUND_MOVED, "It has changed since."));
    }

    /** Sends a command; decides it again after a conflict, and recognises one that has had its effect. */
    public Outcome dispatch(Command command, UUID commandId) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var result = send(command, commandId);
            if (!result.isExceptional()) {
                // Nothing to do, or the very effect of an earlier time: the log tells which.
                return new Done(result.getPayload());
            }
            switch (result.exceptionResult()) {
                case CommandRepeatedException _ -> {
                    return new Repeated();
                }
                case ConcurrencyException _ -> {
                    // Decided on a state of the past: decided again.
                }
                case Rejected refused -> {
                    return traced(commandId) ? new Repeated() : new Refused(refused.rejection());
                }
                case AggregateNotFoundException _ -> {
                    return new Refused(Rejection.notFound("The " + command.target().stream()));
                }
                case Throwable failure -> throw new AssertionError("Failed: " + command, failure);
            }
        }
        throw new AssertionError("Conflicts without end: " + command);
    }

    private CommandResultMessage<?> send(Command command, UUID commandId) {
        var result = new AtomicReference<@Nullable CommandResultMessage<?>>();
        var message = new GenericCommandMessage<>(command,
                MetaData.from(Map.of(CommandIdentity.COMMAND_ID, commandId.toString())));
        commands.<Command, Object>dispatch(message, (_, answer) -> result.set(answer));
        var answered = result.get();
        if (answered == null) {
            throw new AssertionError("No answer at once: " + command);
        }
        return answered;
    }

    private boolean traced(UUID commandId) {
        return log.trace(commandId).isPresent();
    }

    @Override
    public void close() {
        axon.shutdown();
    }

    /** Folds a stream of the log, and makes its last sequence a precondition of the append. */
    private final class LogWitness implements Witness {

        @Override
        @SuppressWarnings("unchecked") // a stream holds the events of one aggregate, which the caller names
        public <S, E extends SettlementEvent> @Nullable S read(AggregateId id, BiFunction<@Nullable S, E, S> fold) {
            var events = log.readEvents(id.stream(), 0);
            S state = null;
            long last = -1;
            while (events.hasNext()) {
                var event = events.next();
                state = fold.apply(state, (E) event.getPayload());
                last = event.getSequenceNumber();
            }
            AppendConditions.require(id.stream(), last);
            interrupt();
            return state;
        }

        private void interrupt() {
            var somethingElse = interloper;
            if (somethingElse == null) {
                return;
            }
            interloper = null;
            var own = CurrentUnitOfWork.get();
            CurrentUnitOfWork.clear(own);
            try {
                somethingElse.run();
            } finally {
                CurrentUnitOfWork.set(own);
            }
        }
    }
}
