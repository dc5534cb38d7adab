package exchange.settlement.app.command;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Wakes whoever waits for the next event of a stream. What it means is read from the log; a signal only says: look again. */
public final class StreamSignals {

    /** Events recorded by another node send no signal here, so a waiter looks for itself now and then. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

    private final ConcurrentHashMap<String, Set<CountDownLatch>> waiting = new ConcurrentHashMap<>();

    /** Tells that events of these streams are durable. */
    void recorded(Collection<String> streams) {
        streams.forEach(stream -> waiting.getOrDefault(stream, Set.of()).forEach(CountDownLatch::countDown));
    }

    /** Registers for the next signal. Register first, then look, then wait: so no event falls in between. */
    public Watch watch(String stream) {
        return new Watch(stream);
    }

    /** One registration; good for one signal. */
    public final class Watch implements AutoCloseable {

        private final String stream;
        private final CountDownLatch signal = new CountDownLatch(1);

        private Watch(String stream) {
            this.stream = stream;
            waiting.compute(stream, (_, others) -> {
                var all = others == null ? ConcurrentHashMap.<CountDownLatch>newKeySet() : others;
                all.add(signal);
                return all;
            });
        }

        /** Waits for a signal, at most so long. */
        public void await(Duration atMost) throws InterruptedException {
            var bound = atMost.compareTo(LOOK_AGAIN) < 0 ? atMost : LOOK_AGAIN;
            // Whether it was the signal or the time makes no difference: the waiter looks again.
            var _ = signal.await(bound.toNanos(), TimeUnit.NANOSECONDS);
        }

        @Override
        public void close() {
            waiting.computeIfPresent(stream, (_, all) -> {
                all.remove(signal);
                return all.isEmpty() ? null : all;
            });
        }
    }
}
