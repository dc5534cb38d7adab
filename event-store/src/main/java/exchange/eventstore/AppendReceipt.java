package exchange.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * What the engine has appended in a unit of work, so that a command can answer with positions.
 * <p>
 * It is filled while the unit of work prepares its commit, and means something only once that commit has succeeded;
 * a rollback empties it. Not for use by several threads, like the unit of work itself.
 */
public final class AppendReceipt {

    private static final String RESOURCE = AppendReceipt.class.getName();

    private final List<RecordedEvent> events = new ArrayList<>();

    private AppendReceipt() {}

    /** The receipt of the root of a unit of work. Take it before the unit of work ends, and keep it. */
    public static AppendReceipt of(UnitOfWork<?> unitOfWork) {
        return unitOfWork.root().getOrComputeResource(RESOURCE, _ -> new AppendReceipt());
    }

    /** The events so far, in order of position. */
    public List<RecordedEvent> events() {
        return List.copyOf(events);
    }

    /** The position of the last event; empty if nothing was appended. */
    public OptionalLong lastPosition() {
        return events.isEmpty() ? OptionalLong.empty() : OptionalLong.of(events.getLast().position());
    }

    void add(List<RecordedEvent> appended) {
        events.addAll(appended);
    }

    void clear() {
        events.clear();
    }
}
