package exchange.settlement.projections;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.SerializationException;
import org.jspecify.annotations.Nullable;

/** A log that fails to read from a position on. */
record UnreadableFrom(StreamableMessageSource<TrackedEventMessage<?>> log,
        long position) implements StreamableMessageSource<TrackedEventMessage<?>> {

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        var stream = log.openStream(token);
        return new BlockingStream<>() {

            @Override
            public Optional<TrackedEventMessage<?>> peek() {
                return stream.peek();
            }

            @Override
            public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
                boolean more = stream.hasNextAvailable(timeout, unit);
                if (more && LogReader.position(stream.peek().orElseThrow().trackingToken()) >= position) {
                    throw new SerializationException("no upcaster");
                }
                return more;
            }

            @Override
            public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
                return stream.nextAvailable();
            }

            @Override
            public void close() {
                stream.close();
            }
        };
    }

    @Override
    public TrackingToken createHeadToken() {
        return log.createHeadToken();
    }
}
