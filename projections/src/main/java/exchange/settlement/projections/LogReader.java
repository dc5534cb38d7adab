package exchange.settlement.projections;

import exchange.settlement.domain.SettlementEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.SerializationException;
import org.jspecify.annotations.Nullable;

/** Reads the log from one position on, as long as nothing goes wrong. */
final class LogReader implements AutoCloseable {

    /** How long to wait for an event before looking whether the reader is to stop. The log wakes the waiting earlier. */
    private static final int WAIT_MILLIS = 100;

    /**
     * How long to gather events for one transaction. A transaction per event and view would cost more than the commands do; a reader
     * that waits for its view waits this much longer.
     */
    private static final int GATHER_MILLIS = 20;

    private final BlockingStream<TrackedEventMessage<?>> stream;
    private long last;

    /** What was read, and the poison after it if there is any. */
    record Taken(List<RecordedEvent> events, @Nullable PoisonEvent poison) {}

    LogReader(StreamableMessageSource<TrackedEventMessage<?>> source, long position) {
        this.last = position;
        this.stream = source.openStream(position == 0 ? null : new GlobalSequenceTrackingToken(position));
    }

    /** The events there are, at most so many; waits a moment when there are none. */
    Taken take(int limit) throws InterruptedException {
        var events = new ArrayList<RecordedEvent>();
        try {
            boolean more = stream.hasNextAvailable(WAIT_MILLIS, TimeUnit.MILLISECONDS);
            long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GATHER_MILLIS);
            while (more) {
                events.add(recorded(stream.nextAvailable()));
                last = events.getLast().position();
                more = events.size() < limit && stream.hasNextAvailable(millisLeft(until), TimeUnit.MILLISECONDS);
            }
            return new Taken(events, null);
        } catch (UnreadableEvent | SerializationException unreadable) {
            return new Taken(events, new PoisonEvent(last + 1, String.valueOf(unreadable.getMessage()), unreadable));
        } catch (RuntimeException failure) {
            // What was read before is good: without this, one bad place would hold up everything in front of it.
            if (events.isEmpty()) {
                throw failure;
            }
            return new Taken(events, null);
        }
    }

    private static int millisLeft(long until) {
        return (int) Math.max(0, TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime()));
    }

    @Override
    public void close() {
        stream.close();
    }

    static long position(@Nullable TrackingToken token) {
        return switch (token) {
            case null -> 0;
            case GlobalSequenceTrackingToken position -> position.getGlobalIndex();
            default -> throw new IllegalArgumentException("Not a token of a log with positions: " + token);
        };
    }

    private static RecordedEvent recorded(TrackedEventMessage<?> message) {
        // Reading the payload is what may fail: a name that nobody knows any more gives a payload that is no event of ours.
        if (!(message.getPayload() instanceof SettlementEvent event)) {
            throw new UnreadableEvent("the payload is a " + message.getPayloadType().getName() + ", which is no event");
        }
        if (!(message instanceof DomainEventMessage<?> inStream)) {
            throw new UnreadableEvent("the event belongs to no aggregate");
        }
        return new RecordedEvent(position(message.trackingToken()), message.getIdentifier(), inStream.getAggregateIdentifier(),
                inStream.getSequenceNumber(), message.getTimestamp(), event, message.getMetaData());
    }

    /** What was read is not what a projection can be given. */
    private static final class UnreadableEvent extends RuntimeException {
        UnreadableEvent(String why) {
            super(why);
        }
    }
}
