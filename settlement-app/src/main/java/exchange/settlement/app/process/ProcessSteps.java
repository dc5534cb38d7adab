package exchange.settlement.app.process;

import exchange.eventstore.NameBasedUuid;
import exchange.settlement.app.command.Commands;
import exchange.settlement.app.command.Envelope;
import exchange.settlement.domain.Rejected;
import exchange.settlement.domain.SettlementEvent;
import exchange.settlement.domain.process.Processes;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.axonframework.eventhandling.EventMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Takes the steps that events call for: sends each command and waits until it is durable before the next.
 * <p>
 * A step that is refused parks its trade: the event and all later ones of that trade wait for an operator, every other trade goes
 * on. A step that fails for want of the database is tried until it succeeds.
 */
public final class ProcessSteps {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessSteps.class);

    private static final int AT_ONCE = 8;
    private static final Duration PAUSE_LONGEST = Duration.ofSeconds(5);

    private final Commands commands;
    private final ProcessPosition position;
    private final Supplier<Instant> now;
    private final Semaphore places = new Semaphore(AT_ONCE);

    /** Sends commands at the time that it is. */
    public ProcessSteps(Commands commands, ProcessPosition position, Supplier<Instant> now) {
        this.commands = commands;
        this.position = position;
        this.now = now;
    }

    /** The event in a message, or a loud stop if this engine cannot read it. */
    static SettlementEvent event(EventMessage<?> message) {
        if (message.getPayload() instanceof SettlementEvent event) {
            return event;
        }
        throw new IllegalStateException("Event " + message.getIdentifier()
                + " is of a type or revision that this engine cannot read. Start the version of the engine that wrote it.");
    }

    /** Whether an event calls for any step. */
    boolean calledForBy(SettlementEvent event) {
        return !Processes.react(event, now.get()).isEmpty();
    }

    /** Takes the steps that an event calls for, or parks it behind an earlier one of its trade. */
    void take(String lane, long at, EventMessage<?> message) {
        places.acquireUninterruptibly();
        try (var _ = MDC.putCloseable("trade", lane)) {
            if (position.parked(lane)) {
                position.park(lane, at, message.getIdentifier(), "waits behind an earlier event of the same trade");
            } else {
                takeInTurn(lane, at, message);
            }
        } finally {
            places.release();
        }
    }

    private void takeInTurn(String lane, long at, EventMessage<?> message) {
        var steps = Processes.react(event(message), now.get());
        var eventId = UUID.fromString(message.getIdentifier());
        try {
            for (int n = 0; n < steps.size(); n++) {
                var id = NameBasedUuid.uuid5(eventId, "step " + n);
                send(Envelope.step(steps.get(n), id, root(message), message.getIdentifier(),
                        text(message, Commands.CLIENT), text(message, Commands.SUBJECT)));
            }
        } catch (Rejected refused) {
            LOG.error("A step of {} after event {} at position {} was refused, so this trade waits for an operator: {}", lane,
                    message.getIdentifier(), at, refused.rejection());
            position.park(lane, at, message.getIdentifier(), refused.rejection().sentence());
        }
    }

    private void send(Envelope step) {
        var pause = Duration.ofMillis(50);
        while (true) {
            try {
                var _ = commands.execute(step);
                return;
            } catch (Rejected refused) {
                throw refused;
            } catch (RuntimeException failed) {
                LOG.warn("A step failed and is taken again in {} ms: {}", pause.toMillis(), failed.toString());
                pause(pause);
                pause = pause.multipliedBy(2).compareTo(PAUSE_LONGEST) < 0 ? pause.multipliedBy(2) : PAUSE_LONGEST;
            }
        }
    }

    private static void pause(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while a step was waiting to be taken again");
        }
    }

    private static UUID root(EventMessage<?> message) {
        return UUID.fromString(text(message, Commands.ROOT));
    }

    private static String text(EventMessage<?> message, String key) {
        return Objects.requireNonNull(message.getMetaData().get(key), key).toString();
    }
}
