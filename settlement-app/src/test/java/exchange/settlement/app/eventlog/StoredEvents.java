package exchange.settlement.app.eventlog;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/** Reads text as the log reads a row: through upcasters, then through the serializer. */
final class StoredEvents {

    private StoredEvents() {}

    /** The event that a row with this payload stands for. */
    static DomainEventMessage<?> read(Serializer serializer, EventUpcaster upcasters, String name, String revision, String json) {
        var row = new GenericDomainEventEntry<>("order", EventSamples.ORDER.stream(), 0, "6f1f7f0e-0000-5000-8000-000000000000",
                EventSamples.AT, name, revision, bytes(json), bytes("{}"));
        return EventStreamUtils.upcastAndDeserializeDomainEvents(Stream.of(row), serializer, upcasters).next();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
