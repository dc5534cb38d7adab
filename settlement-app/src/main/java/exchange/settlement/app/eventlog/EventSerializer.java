package exchange.settlement.app.eventlog;

import exchange.settlement.domain.SettlementEvent;
import exchange.settlement.domain.catalogue.AggregateCatalogue;
import exchange.settlement.domain.catalogue.EventCatalogue;
import exchange.settlement.projections.json.SettlementJson;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/**
 * Writes events as JSON under the stable names and revisions of {@link EventCatalogue}, never under Java class names.
 * <p>
 * Nothing but known names is ever turned into a class. An event of an unknown name, or of a revision that no upcaster brought
 * up to date, is read as {@link UnknownSerializedType}, at which every reader stops.
 */
public final class EventSerializer extends Jackson3Serializer {

    private static final String METADATA = MetaData.class.getName();

    private final Map<String, Class<?>> snapshots = Stream
            .concat(AggregateCatalogue.longLived().stream(), AggregateCatalogue.shortLived().stream())
            .collect(Collectors.toMap(EventSerializer::snapshotName, type -> type));

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
                ? new SimpleSerializedType(snapshotName(type), null)
                : super.typeForClass(type);
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        if (type.getName().equals(METADATA)) {
            return MetaData.class;
        }
        var snapshot = snapshots.get(type.getName());
        if (snapshot != null) {
            return snapshot;
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
