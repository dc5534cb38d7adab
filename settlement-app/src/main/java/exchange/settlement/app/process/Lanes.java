package exchange.settlement.app.process;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Work in lanes: in order within a lane, side by side across lanes, and a bound on all of it. Knows up to which position everything
 * is done.
 */
final class Lanes {

    /** Beyond these the reader waits: what is under way is held in memory and handled again after a crash. */
    private static final int UNDER_WAY_MOST = 1024;

    private final ExecutorService workers;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<String, CompletableFuture<Void>> lastOfLane = new HashMap<>();
    private final TreeSet<Long> underWay = new TreeSet<>();
    private long lastSeen;
    private @Nullable Throwable failure;

    Lanes(ExecutorService workers, long lastSeen) {
        this.workers = workers;
        this.lastSeen = lastSeen;
    }

    /** Work for a position, to be done after everything earlier in its lane. Waits for a place. */
    void submit(String lane, long position, Runnable work) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (underWay.size() >= UNDER_WAY_MOST) {
                changed.await();
            }
            underWay.add(position);
            lastSeen = position;
            var previous = lastOfLane.getOrDefault(lane, CompletableFuture.completedFuture(null));
            var last = previous.thenRunAsync(work, workers);
            lastOfLane.put(lane, last);
            var _ = last.whenComplete((_, failed) -> done(lane, last, position, failed));
        } finally {
            lock.unlock();
        }
    }

    /** Nothing is to be done for a position. */
    void pass(long position) {
        lock.lock();
        try {
            lastSeen = position;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until nothing is under way. */
    void drain() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!underWay.isEmpty() && failure == null) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /** The last position up to which everything is done. */
    long doneUpTo() {
        lock.lock();
        try {
            return underWay.isEmpty() ? lastSeen : underWay.first() - 1;
        } finally {
            lock.unlock();
        }
    }

    /** Passes a failure of some work on to the reader. */
    void failIfBroken() {
        lock.lock();
        try {
            if (failure != null) {
                throw new IllegalStateException(failure.getMessage(), failure);
            }
        } finally {
            lock.unlock();
        }
    }

    private void done(String lane, CompletableFuture<Void> work, long position, @Nullable Throwable failed) {
        lock.lock();
        try {
            lastOfLane.remove(lane, work);
            if (failed == null) {
                underWay.remove(position);
            } else if (failure == null) {
                // The position stays under way, so nothing after it is ever noted as done.
                failure = failed;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
