package exchange.settlement.app.api;

import exchange.settlement.app.web.Overloaded;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Bounds how many client commands are decided at once, and lets repeats of one command wait for the first.
 * <p>
 * Each command under way holds a database connection; more at once would only queue there, without a bound.
 */
public final class Admission {

    private static final int STRIPES = 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Semaphore places;
    private final Semaphore queue;
    private final Lock[] stripes = new Lock[STRIPES];

    /** So many commands at once, and so many waiting for their turn; the next one is told to come back. */
    public Admission(int atOnce, int waiting) {
        places = new Semaphore(atOnce, true);
        queue = new Semaphore(atOnce + waiting);
        for (int i = 0; i < STRIPES; i++) {
            stripes[i] = new ReentrantLock();
        }
    }

    /** Runs a command's work in its turn. */
    <T> T admit(UUID command, Supplier<T> work) {
        if (!queue.tryAcquire()) {
            throw new Overloaded();
        }
        try {
            var same = stripes[Math.floorMod(command.hashCode(), STRIPES)];
            same.lock();
            try {
                return inTurn(work);
            } finally {
                same.unlock();
            }
        } finally {
            queue.release();
        }
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Overloaded();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Overloaded();
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
