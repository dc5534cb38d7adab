package exchange.eventstore;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** The aggregate of the tests. Its fields are its snapshot. */
class Notebook {

    @AggregateIdentifier
    @Nullable
    String id;

    final List<String> notes = new ArrayList<>();

    Notebook() {}

    Notebook(String id) {
        apply(new Opened(id));
    }

    void note(String text) {
        apply(new Noted(text));
    }

    @EventSourcingHandler
    void on(Opened event) {
        id = event.id();
    }

    @EventSourcingHandler
    void on(Noted event) {
        notes.add(event.text());
    }

    /** The first event of a notebook. */
    record Opened(String id) {}
}
