package exchange.settlement.projections;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one projection along the log, in a thread of its own.
 * <p>
 * Trouble that passes is retried with growing pauses. An event that cannot be digested stops the projection in front of it,
 * loudly: nothing after it is read, nothing is lost, and {@link #resume()} tries again.
 */
public final class ProjectionRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectionRunner.class);
    private static final int BATCH_EVENTS_DEFAULT = 500;
    private static final long PAUSE_MILLIS_FIRST = 100;
    private static final long PAUSE_MILLIS_MAX = 10_000;

    private final Projection projection;
    private final StreamableMessageSource<TrackedEventMessage<?>> log;
    private final ProjectionStore store;
    private final int batchEvents;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long position;
    private ProjectionState state = ProjectionState.STOPPED;
    private @Nullable String reason;
    private @Nullable Thread thread;
    private boolean wanted;
    private boolean startOver;

    /** A runner that takes up to 500 events at once. */
    public ProjectionRunner(Projection projection, StreamableMessageSource<TrackedEventMessage<?>> log, ProjectionStore store) {
        this(projection, log, store, BATCH_EVENTS_DEFAULT);
    }

    /**
     * A runner.
     *
     * @param projection  what to keep up to date
     * @param log         its tokens are {@code GlobalSequenceTrackingToken}s, without gaps from 1
     * @param store       writes the batches
     * @param batchEvents how many events to take at most in one transaction
     */
    public ProjectionRunner(Projection projection, StreamableMessageSource<TrackedEventMessage<?>> log, ProjectionStore store,
            int batchEvents) {
        this.projection = projection;
        this.log = log;
        this.store = store;
        this.batchEvents = batchEvents;
    }

    /** The name of the projection. */
    public String name() {
        return projection.name();
    }

    /** Starts following the log; does nothing when it has been started. */
    public void start() {
        locked(() -> {
            if (thread == null) {
                wanted = true;
                state = ProjectionState.RUNNING;
                thread = Thread.ofPlatform().daemon().name("projection-" + name()).start(this::run);
            }
        });
    }

    /** Stops after the batch at hand, and waits for it. */
    public void stop() {
        @Nullable
        Thread running;
        lock.lock();
        try {
            wanted = false;
            running = thread;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (running != null) {
            join(running);
        }
    }

    /**
     * Tries the event again that stopped the projection; does nothing when none did.
     *
     * @return whether one did
     */
    public boolean resume() {
        return held(() -> {
            boolean stopped = state == ProjectionState.POISONED;
            if (stopped) {
                enter(ProjectionState.RUNNING, null);
            }
            return stopped;
        });
    }

    /** Empties the tables and reads the log from its beginning; until it has caught up, answers are incomplete. */
    public void reset() {
        store.reset(projection);
        locked(() -> {
            position = 0;
            startOver = true;
        });
        var _ = resume();
    }

    /** Whether it stands still in front of an event that it cannot digest. */
    public boolean poisoned() {
        return held(() -> state == ProjectionState.POISONED);
    }

    /** How the projection is. */
    public ProjectionStatus status() {
        long head = LogReader.position(log.createHeadToken());
        lock.lock();
        try {
            return new ProjectionStatus(name(), position, head, state, reason);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until the rows of an event are there.
     *
     * @param wanted the event's position
     * @param atMost how long to wait
     * @return whether they are there
     */
    public boolean awaitPosition(long wanted, Duration atMost) throws InterruptedException {
        long nanos = atMost.toNanos();
        lock.lockInterruptibly();
        try {
            while (position < wanted && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            return position >= wanted;
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        long pauseMillis = PAUSE_MILLIS_FIRST;
        while (isWanted()) {
            try {
                follow();
                pauseMillis = PAUSE_MILLIS_FIRST;
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                break;
            } catch (PoisonEvent poison) {
                LOG.error("Projection {} stops in front of an event that it cannot digest. Its answers stay as of position {}. "
                        + "Correct the cause, then resume it.", name(), poison.position() - 1, poison);
                waitForResume(String.valueOf(poison.getMessage()));
            } catch (RuntimeException | Error passing) {
                LOG.warn("Projection {} tries again in {} ms", name(), pauseMillis, passing);
                pause(pauseMillis, String.valueOf(passing.getMessage()));
                pauseMillis = Math.min(2 * pauseMillis, PAUSE_MILLIS_MAX);
            }
        }
        locked(() -> {
            thread = null;
            enter(ProjectionState.STOPPED, null);
        });
    }

    /** Reads on from what is noted, until it is to stop, or something is wrong, or someone else has moved the note. */
    private void follow() throws InterruptedException {
        locked(() -> startOver = false);
        long from = store.prepare(projection);
        reached(from);
        try (var reader = new LogReader(log, from)) {
            boolean follows = true;
            while (follows && goesOn()) {
                var taken = reader.take(batchEvents);
                follows = taken.events().isEmpty() || digest(taken.events());
                var poison = taken.poison();
                if (follows && poison != null) {
                    throw poison;
                }
            }
        }
    }

    private boolean digest(List<RecordedEvent> batch) {
        try {
            return applied(batch);
        } catch (RuntimeException failure) {
            if (Trouble.passes(failure)) {
                throw failure;
            }
        }
        // Somewhere in the batch is poison: one by one, so that everything in front of it gets through.
        for (var event : batch) {
            try {
                if (!applied(List.of(event))) {
                    return false;
                }
            } catch (RuntimeException failure) {
                throw Trouble.passes(failure) ? failure : new PoisonEvent(event.position(), failure.toString(), failure);
            }
        }
        return true;
    }

    private boolean applied(List<RecordedEvent> batch) {
        var applied = store.apply(projection, batch);
        reached(applied.position());
        return !applied.gap();
    }

    private void reached(long now) {
        locked(() -> {
            position = now;
            enter(ProjectionState.RUNNING, null);
        });
    }

    private void waitForResume(String why) {
        locked(() -> {
            enter(ProjectionState.POISONED, why);
            while (wanted && state == ProjectionState.POISONED) {
                changed.awaitUninterruptibly();
            }
        });
    }

    private void pause(long millis, String why) {
        locked(() -> {
            enter(ProjectionState.RETRYING, why);
            long nanos = TimeUnit.MILLISECONDS.toNanos(millis);
            try {
                while (wanted && nanos > 0) {
                    nanos = changed.awaitNanos(nanos);
                }
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                wanted = false;
            }
        });
    }

    private void enter(ProjectionState next, @Nullable String why) {
        state = next;
        reason = why;
        changed.signalAll();
    }

    private boolean isWanted() {
        return held(() -> wanted);
    }

    private boolean goesOn() {
        return held(() -> wanted && !startOver);
    }

    private boolean held(BooleanSupplier read) {
        lock.lock();
        try {
            return read.getAsBoolean();
        } finally {
            lock.unlock();
        }
    }

    private void locked(Runnable action) {
        lock.lock();
        try {
            action.run();
        } finally {
            lock.unlock();
        }
    }

    private static void join(Thread running) {
        try {
            running.join();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
