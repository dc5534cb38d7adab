package exchange.eventstore;

import java.time.Instant;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;

/**
 * An event or a snapshot as it is stored. Axon's own entries keep times as text with milliseconds, which would tell
 * readers another time than the one recorded.
 */
record StoredEvent(String eventId, String aggregateId, long sequence, @Nullable String aggregateType,
        Instant recordedAt, SerializedObject<byte[]> payload, SerializedObject<byte[]> metaData)
        implements
            DomainEventData<byte[]> {

    static SerializedObject<byte[]> payload(String type, @Nullable String revision, byte[] payload) {
        return new SimpleSerializedObject<>(payload, byte[].class, new SimpleSerializedType(type, revision));
    }

    static SerializedObject<byte[]> metaData(byte[] metaData) {
        return new SerializedMetaData<>(metaData, byte[].class);
    }

    @Override
    public String getEventIdentifier() {
        return eventId;
    }

    @Override
    public String getAggregateIdentifier() {
        return aggregateId;
    }

    @Override
    public long getSequenceNumber() {
        return sequence;
    }

    @Override
    public @Nullable String getType() {
        return aggregateType;
    }

    @Override
    public Instant getTimestamp() {
        return recordedAt;
    }

    @Override
    public SerializedObject<byte[]> getPayload() {
        return payload;
    }

    @Override
    public SerializedObject<byte[]> getMetaData() {
        return metaData;
    }
}
