package exchange.settlement.app.process;

import exchange.eventstore.NameBasedUuid;
import exchange.settlement.app.command.Commands;
import exchange.settlement.app.command.Envelope;
import exchange.settlement.app.command.Outcome;
import exchange.settlement.domain.Command;
import exchange.settlement.domain.Rejected;
import exchange.settlement.domain.SettlementEvent;
import exchange.settlement.domain.catalogue.EventCatalogue;
import exchange.settlement.domain.process.Processes;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Takes the steps that events call for: sends each command and waits until it is durable before the next.
 * <p>
 * A step that is refused parks its trade: the event and all later ones of that trade wait for an operator, every other trade goes
 * on. A step that fails for want of the database is tried until it succeeds.
 * <p>
 * Whoever takes a step of a trade, or changes what is parked of it, holds the trade's turn: so what an operator has taken again
 * and what happens meanwhile stay in order.
 */
final class ProcessSteps {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessSteps.class);

    private static final int AT_ONCE = 8;
    private static final int TURNS = 1024;
    private static final Duration PAUSE_LONGEST = Duration.ofSeconds(5);

    private final Commands commands;
    private final ParkedEvents parked;
    private final Supplier<Instant> now;
    private final Semaphore places = new Semaphore(AT_ONCE);
    /** Each the turn of some trades: that two trades now and then wait for each other costs less than a lock for every trade. */
    private final Lock[] turns = Stream.generate(ReentrantLock::new).limit(TURNS).toArray(Lock[]::new);

    /** Sends commands at the time that it is. */
    ProcessSteps(Commands commands, ParkedEvents parked, Supplier<Instant> now) {
        this.commands = commands;
        this.parked = parked;
        this.now = now;
    }

    /** Learns what is parked; called before the first step. */
    void begin() {
        parked.load();
    }

    /** The turn of a trade. */
    Lock turn(String lane) {
        return turns[Math.floorMod(lane.hashCode(), TURNS)];
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
        var turn = turn(lane);
        turn.lock();
        try (var _ = MDC.putCloseable("trade", lane)) {
            places.acquireUninterruptibly();
            try {
                takeOrPark(lane, at, message);
            } finally {
                places.release();
            }
        } finally {
            turn.unlock();
        }
    }

    private void takeOrPark(String lane, long at, EventMessage<?> message) {
        if (parked.isEvicted(at)) {
            LOG.info("No steps of event {} at position {} are taken: an operator has dropped it", message.getIdentifier(), at);
        } else if (parked.holdsBack(lane, at)) {
            parked.park(lane, at, message.getIdentifier(), "It waits behind an earlier event of the same trade.");
        } else {
            takeInTurn(lane, at, message);
        }
    }

    private void takeInTurn(String lane, long at, EventMessage<?> message) {
        try {
            steps(message).forEachOrdered(this::send);
        } catch (Rejected refused) {
            LOG.error("A step of {} after event {} at position {} was refused, so this trade waits for an operator: {}", lane,
                    message.getIdentifier(), at, refused.rejection());
            parked.park(lane, at, message.getIdentifier(), refused.rejection().sentence());
        }
    }

    /**
     * Takes the steps of a parked event again; its commands' ids are those of the first time, so what was done then is not done twice.
     *
     * @throws Rejected if one is refused
     */
    void takeAgain(EventMessage<?> message) {
        steps(message).forEachOrdered(step -> {
            var _ = commands.execute(step);
        });
    }

    /**
     * Decides the first step of a parked event that has not been taken, and records nothing. Those after it rest on it, so they
     * cannot be tried.
     *
     * @throws Rejected if it is refused
     */
    void tryAgain(EventMessage<?> message) {
        var _ = steps(message).allMatch(step -> commands.execute(new Envelope(step.command(), step.id(), step.root(),
                step.requestHash(), step.cause(), step.client(), step.subject(), step.texts(), step.ifMatch(),
                true)) instanceof Outcome.Repeated);
    }

    /** A parked event as operators see it. */
    DeadLetter.Waiting waiting(ParkedEvent event, EventMessage<?> message) {
        var commands = steps(message).map(step -> named(step.command())).toList();
        return new DeadLetter.Waiting(event.eventId(), event.position(),
                EventCatalogue.typeOf(event(message).getClass()).value(), event.parkedAt(), event.reason(), commands);
    }

    /** A command in words, as {@code reserve-funds}. */
    private static String named(Command command) {
        return command.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private Stream<Envelope> steps(EventMessage<?> message) {
        var steps = Processes.react(event(message), now.get());
        var eventId = UUID.fromString(message.getIdentifier());
        return IntStream.range(0, steps.size()).mapToObj(n -> Envelope.step(steps.get(n),
                NameBasedUuid.uuid5(eventId, "step " + n), root(message), message.getIdentifier(),
                text(message, Commands.CLIENT), text(message, Commands.SUBJECT)));
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
