package exchange.settlement.app.command;

import exchange.eventstore.CommandIdentity;
import exchange.eventstore.CommandRepeatedException;
import exchange.eventstore.GaplessEventStorageEngine;
import exchange.eventstore.RecordedEvent;
import exchange.settlement.domain.Rejected;
import exchange.settlement.domain.Rejection;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends commands to their aggregates, each with one effect.
 * <p>
 * A command that comes again finds its own events by their ids. Before a refusal or a no-op leaves, the log is asked whether this
 * very command has been recorded earlier: then that is the outcome.
 */
public final class Commands {

    /** Metadata: the client command that everything began with. */
    public static final String ROOT = "rootCommandId";
    /** Metadata: the event that caused the command. */
    public static final String CAUSE = "causationId";
    /** Metadata: keyed hash of the client's request. */
    public static final String REQUEST_HASH = "requestHash";
    /** Metadata: the client on whose behalf. */
    public static final String CLIENT = "client";
    /** Metadata: the person or program behind the client. */
    public static final String SUBJECT = "subject";
    /** Metadata of the message only: the envelope itself. */
    static final String ENVELOPE = "envelope";

    /** Each command, one line; its trade is in the diagnostic context. */
    private static final Logger LOG = LoggerFactory.getLogger("settlement.commands");

    private static final int ATTEMPTS = 20;

    private final CommandBus bus;
    private final GaplessEventStorageEngine log;
    private final StreamSignals signals;
    private final MeterRegistry metrics;

    /** Sends over a bus, looks repeats up in a log, and times everything. */
    public Commands(CommandBus bus, GaplessEventStorageEngine log, StreamSignals signals, MeterRegistry metrics) {
        this.bus = bus;
        this.log = log;
        this.signals = signals;
        this.metrics = metrics;
    }

    /**
     * Sends a command and waits until its outcome is durable.
     *
     * @throws Rejected if it is refused, and was not recorded earlier either
     */
    public Outcome execute(Envelope envelope) {
        var timer = Timer.start(metrics);
        var result = "failed";
        try {
            var outcome = executeOnce(envelope);
            result = outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
            return outcome;
        } catch (Rejected | VersionMismatch refusal) {
            result = "refused";
            throw refusal;
        } finally {
            var name = envelope.command().getClass().getSimpleName();
            long nanos = timer.stop(metrics.timer("settlement.commands", "command", name, "outcome", result));
            LOG.atInfo().addKeyValue("command", name).addKeyValue("outcome", result).addKeyValue("commandId", envelope.id())
                    .addKeyValue("client", envelope.client()).addKeyValue("micros", nanos / 1000)
                    .log("{} {} for {}", name, result, envelope.client());
        }
    }

    private Outcome executeOnce(Envelope envelope) {
        try {
            var outcome = decide(envelope);
            return outcome instanceof Outcome.Recorded ? outcome : recordedEarlier(envelope.id(), outcome);
        } catch (CommandRepeatedException _) {
            return recordedEarlier(envelope.id(), new Outcome.Nothing());
        } catch (Rejected | VersionMismatch refusal) {
            if (recordedEarlier(envelope.id(), new Outcome.Nothing()) instanceof Outcome.Repeated repeated) {
                return repeated;
            }
            throw refusal;
        }
    }

    private Outcome decide(Envelope envelope) {
        for (int attempt = 1;; attempt++) {
            try {
                return dispatch(envelope);
            } catch (CommandRepeatedException repeated) {
                throw repeated;
            } catch (ConcurrencyException changed) {
                // Something that the decision rested on changed before it was recorded: decide again on what is now.
                if (attempt == ATTEMPTS) {
                    throw changed;
                }
            } catch (AggregateNotFoundException _) {
                throw Rejection.notFound("What is addressed").asException();
            }
        }
    }

    private Outcome dispatch(Envelope envelope) {
        var result = new Result();
        CommandMessage<?> message = new GenericCommandMessage<>(envelope.command(), metaData(envelope));
        bus.dispatch(message, result);
        var outcome = result.outcome();
        if (outcome instanceof Outcome.Recorded recorded) {
            signals.recorded(recorded.events().stream().map(RecordedEvent::aggregateId).distinct().toList());
        }
        return outcome;
    }

    /** What a command has recorded, if it was accepted earlier. */
    public Optional<Outcome.Repeated> recorded(UUID commandId) {
        return log.trace(commandId).map(trace -> new Outcome.Repeated(commandId, trace.events()));
    }

    private Outcome recordedEarlier(UUID commandId, Outcome otherwise) {
        return recorded(commandId).<Outcome>map(Function.identity()).orElse(otherwise);
    }

    private static MetaData metaData(Envelope envelope) {
        var entries = new LinkedHashMap<String, Object>();
        entries.put(CommandIdentity.COMMAND_ID, envelope.id().toString());
        entries.put(ROOT, envelope.root().toString());
        entries.put(CLIENT, envelope.client());
        entries.put(SUBJECT, envelope.subject());
        put(entries, CAUSE, envelope.cause());
        put(entries, REQUEST_HASH, envelope.requestHash());
        entries.put(ENVELOPE, envelope);
        return MetaData.from(entries);
    }

    private static void put(Map<String, Object> entries, String key, @Nullable String value) {
        if (value != null) {
            entries.put(key, value);
        }
    }

    /** The metadata entries that a command hands on to its events. */
    public static List<String> handedOn() {
        return List.of(CommandIdentity.COMMAND_ID, ROOT, CAUSE, REQUEST_HASH, CLIENT, SUBJECT);
    }

    /** Catches the result of a command on the thread that handles it. */
    private static final class Result implements org.axonframework.commandhandling.CommandCallback<Object, Object> {

        private @Nullable CommandResultMessage<?> message;

        @Override
        public void onResult(CommandMessage<?> command, CommandResultMessage<?> result) {
            message = result;
        }

        Outcome outcome() {
            var received = message;
            if (received == null) {
                throw new IllegalStateException("The command bus answers on the calling thread");
            }
            if (!received.isExceptional()) {
                return DecisionInterceptor.outcome(received.getPayload());
            }
            return switch (received.exceptionResult()) {
                case DecisionInterceptor.TriedOnly tried -> new Outcome.Tried(tried.state());
                case RuntimeException failure -> throw failure;
                case Throwable failure -> throw new IllegalStateException(failure);
            };
        }
    }
}
