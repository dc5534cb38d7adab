package exchange.settlement.domain.simulation;

import exchange.settlement.domain.SettlementEvent;
import exchange.settlement.domain.catalogue.EventCatalogue;
import exchange.settlement.domain.order.OrderState;
import exchange.settlement.domain.order.OrderStatus;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What many histories reached together: a simulation that never gets anywhere proves nothing. */
final class Coverage {

    private final Set<OrderStatus> statuses = EnumSet.noneOf(OrderStatus.class);
    private final Set<String> events = new TreeSet<>();
    private final SortedMap<String, Integer> counts = new TreeMap<>();

    void reached(SettlementEvent event) {
        events.add(EventCatalogue.typeOf(event.getClass()).value());
    }

    void reached(OrderState order) {
        statuses.add(order.status());
    }

    /** Counts a refusal by its code, or another happening by its name. */
    void counted(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    Set<OrderStatus> statuses() {
        return statuses;
    }

    Set<String> events() {
        return events;
    }

    SortedMap<String, Integer> counts() {
        return counts;
    }
}
