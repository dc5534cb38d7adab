package exchange.settlement.app.process;

import exchange.settlement.domain.AwaitsAllBefore;
import exchange.settlement.domain.SettlementEvent;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Reads all events in order and has the steps taken that they call for.
 * <p>
 * Events of one trade are handled in order, different trades side by side. The position that is kept is the last one before which
 * every step is durable, so a crash has some events handled again, which is harmless. An event that cannot be read stops the
 * runner, loudly.
 */
public final class ProcessRunner implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessRunner.class);

    private static final Duration NOTE_EVERY = Duration.ofMillis(200);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

    private final EventStore events;
    private final ProcessSteps steps;
    private final ProcessPosition position;

    private volatile @Nullable Thread reader;
    private volatile @Nullable String stoppedBecause;

    /** Reads from a store, takes steps, and keeps its position. */
    ProcessRunner(EventStore events, ProcessSteps steps, ProcessPosition position) {
        this.events = events;
        this.steps = steps;
        this.position = position;
    }

    @Override
    public void start() {
        stoppedBecause = null;
        // Known before it runs: a reader that does not find itself here takes it that it is to stop.
        var thread = Thread.ofPlatform().name("processes").unstarted(this::run);
        reader = thread;
        thread.start();
    }

    @Override
    public void stop() {
        var running = reader;
        if (running != null) {
            reader = null;
            running.interrupt();
            try {
                running.join(STOP_PATIENCE);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return reader != null;
    }

    /** Starts before the web server and stops after it, so that whoever waits for a rest or a view is still answered. */
    @Override
    public int getPhase() {
        return 0;
    }

    /** Why the runner stands still, if it does. */
    public @Nullable String stoppedBecause() {
        var running = reader;
        if (stoppedBecause == null && running != null && !running.isAlive()) {
            return "The reader of events has ended";
        }
        return stoppedBecause;
    }

    private void run() {
        try (var stream = open(); var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            follow(stream, workers);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error broken) {
            if (reader == Thread.currentThread()) {
                stoppedBecause = String.valueOf(broken.getMessage());
                LOG.error("The processes stand still after position {}: no trade moves on until this is mended", position.read(),
                        broken);
            }
        }
    }

    private BlockingStream<TrackedEventMessage<?>> open() {
        steps.begin();
        return events.openStream(new GlobalSequenceTrackingToken(position.read()));
    }

    private void follow(BlockingStream<TrackedEventMessage<?>> stream, ExecutorService workers) throws InterruptedException {
        var lanes = new Lanes(workers, position.read());
        long noted = position.read();
        long notedAt = System.nanoTime();
        while (reader == Thread.currentThread()) {
            if (stream.hasNextAvailable((int) NOTE_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                handle(stream.nextAvailable(), lanes);
            }
            if (System.nanoTime() - notedAt > NOTE_EVERY.toNanos() && lanes.doneUpTo() > noted) {
                noted = lanes.doneUpTo();
                notedAt = System.nanoTime();
                position.write(noted);
            }
            lanes.failIfBroken();
        }
    }

    private void handle(TrackedEventMessage<?> message, Lanes lanes) throws InterruptedException {
        long at = ((GlobalSequenceTrackingToken) message.trackingToken()).getGlobalIndex();
        var event = ProcessSteps.event(message);
        if (event instanceof AwaitsAllBefore) {
            lanes.drain();
        }
        if (steps.calledForBy(event)) {
            var lane = lane(event);
            lanes.submit(lane, at, () -> steps.take(lane, at, message));
        } else {
            lanes.pass(at);
        }
    }

    private static String lane(SettlementEvent event) {
        return event.trade().map(Object::toString).orElseGet(() -> event.aggregate().stream());
    }
}
