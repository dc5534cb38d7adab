package exchange.settlement.app.eventlog;

import java.util.List;

import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;

/**
 * What brings events of earlier revisions up to date when they are read. What is stored never changes.
 * <p>
 * Whoever changes the fields of an event raises its revision, keeps the golden file of the old one, and adds an upcaster here,
 * in the order in which the revisions were made.
 */
public final class EventUpcasters {

    private EventUpcasters() {}

    /** All upcasters; none yet, since every event is at its first revision. */
    public static EventUpcasterChain chain() {
        return new EventUpcasterChain(List.<SingleEventUpcaster>of());
    }
}
