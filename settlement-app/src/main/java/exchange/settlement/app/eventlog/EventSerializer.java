package exchange.settlement.app.eventlog;

import exchange.settlement.domain.SettlementEvent;
import exchange.settlement.domain.catalogue.AggregateCatalogue;
import exchange.settlement.domain.catalogue.EventCatalogue;
import exchange.settlement.projections.json.SettlementJson;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/**
 * Writes events as JSON under the stable names and revisions of {@link EventCatalogue}, never under Java class names.
 * <p>
 * Nothing but known names is ever turned into a class. An event of an unknown name, or of a revision that no upcaster brought
 * up to date, is read as {@link UnknownSerializedType}, at which every reader stops. A snapshot counts only for the code that wrote it
 * ({@link SnapshotRevision}).
 */
public final class EventSerializer extends Jackson3Serializer {

    private static final String METADATA = MetaData.class.getName();

    private final Map<String, Class<?>> snapshots = AggregateCatalogue.longLived().stream()
            .collect(Collectors.toMap(EventSerializer::snapshotName, type -> type));
    private final Map<Class<?>, String> snapshotRevisions = AggregateCatalogue.longLived().stream()
            .collect(Collectors.toMap(type -> type, SnapshotRevision::of));

    /** A serializer for events, their metadata and snapshots of aggregates. */
    public EventSerializer() {
        super(builder().jsonMapperBuilderCustomizer(SettlementJson::configure));
    }

    @Override
    public SerializedType typeForClass(@SuppressWarnings("rawtypes") Class type) {
        if (SettlementEvent.class.isAssignableFrom(type)) {
            var name = EventCatalogue.typeOf(type);
            return new SimpleSerializedType(name.value(), Integer.toString(name.revision()));
        }
        return snapshots.containsValue(type)
                ? new SimpleSerializedType(snapshotName(type), snapshotRevisions.get(type))
                : super.typeForClass(type);
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        if (type.getName().equals(METADATA)) {
            return MetaData.class;
        }
        var snapshot = snapshots.get(type.getName());
        if (snapshot != null) {
            // A snapshot that other code folded is not read: the events are.
            return Objects.equals(type.getRevision(), snapshotRevisions.get(snapshot)) ? snapshot : UnknownSerializedType.class;
        }
        return EventCatalogue.named(type.getName())
                .filter(event -> Integer.toString(EventCatalogue.typeOf(event).revision()).equals(type.getRevision()))
                .<Class<?>>map(event -> event)
                .orElse(UnknownSerializedType.class);
    }

    private static String snapshotName(Class<?> aggregate) {
        return "snapshot." + aggregate.getSimpleName();
    }
}
