package exchange.settlement.domain.simulation;

import exchange.settlement.domain.AwaitsAllBefore;
import exchange.settlement.domain.SettlementEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** The steps that events call for: which are still to be taken, and which of those comes next. */
final class Steps {

    /** In which order steps come. */
    enum Delivery {
        /** As the engine does: of one stream of events in order, across streams in any order, unless an event awaits all before. */
        STREAM_BY_STREAM,
        /** In any order at all. */
        ANY_ORDER
    }

    /**
     * What one event calls for.
     *
     * @param position the event's position
     * @param id       the event's id
     * @param event    the event
     */
    record Step(long position, UUID id, SettlementEvent event) {}

    private final Delivery delivery;
    private final List<Step> all = new ArrayList<>();
    private final TreeMap<Long, Step> open = new TreeMap<>();

    Steps(Delivery delivery) {
        this.delivery = delivery;
    }

    void add(Step step) {
        all.add(step);
        open.put(step.position(), step);
    }

    boolean isEmpty() {
        return open.isEmpty();
    }

    /** One that may come now. */
    Step draw(RandomGenerator random) {
        var positions = List.copyOf(open.sequencedValues());
        var drawn = positions.get(random.nextInt(positions.size()));
        return switch (delivery) {
            case ANY_ORDER -> drawn;
            case STREAM_BY_STREAM -> drawn.event() instanceof AwaitsAllBefore ? positions.getFirst() : positions.stream()
                    .filter(s -> s.event().aggregate().stream().equals(drawn.event().aggregate().stream()))
                    .findFirst().orElse(drawn);
        };
    }

    void taken(Step step) {
        open.remove(step.position());
    }

    /** A reader that restarts: everything from one of the last steps on comes again. */
    void rewind(int steps) {
        all.subList(Math.max(0, all.size() - steps), all.size()).forEach(step -> open.put(step.position(), step));
    }
}
