package exchange.settlement.app.process;

import exchange.eventstore.GaplessEventStorageEngine;
import exchange.eventstore.NameBasedUuid;
import exchange.settlement.app.process.DeadLetter.Acted;
import exchange.settlement.app.web.Overloaded;
import exchange.settlement.app.web.ViewBehind;
import exchange.settlement.domain.Rejected;
import exchange.settlement.domain.Rejection;
import exchange.settlement.projections.Page;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The parked trades, for operators: to look at, to take up again, and to take out of the way.
 * <p>
 * Actions hold the trade's turn, so that an event arriving meanwhile waits, and is then taken or parked behind what is left. The
 * rows of what was taken again go, together with the caller's own record of the action, when its steps are durable: a crash in
 * front of that leaves everything as it was, and taking the same steps once more is harmless.
 */
public final class DeadLetters {

    /** How many events one action takes again at most: whoever asked waits for the answer. */
    private static final int TAKEN_MOST = 500;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration TURN_PATIENCE = Duration.ofSeconds(5);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);
    private static final UUID NAMESPACE = UUID.fromString("a0d6f3b2-6c0e-5b7f-8e54-95d3c6b1e2f7");

    private final ParkedEvents parked;
    private final ProcessSteps steps;
    private final ProcessPosition position;
    private final GaplessEventStorageEngine log;
    private final TransactionOperations transactions;

    DeadLetters(ParkedEvents parked, ProcessSteps steps, ProcessPosition position, GaplessEventStorageEngine log,
            TransactionOperations transactions) {
        this.parked = parked;
        this.steps = steps;
        this.position = position;
        this.log = log;
        this.transactions = transactions;
    }

    /** How many events are parked. */
    public long count() {
        return parked.count();
    }

    /**
     * Waits until the processes have handled everything up to a position.
     *
     * @throws ViewBehind when it takes too long
     */
    public void await(long wanted) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (position.read() < wanted) {
                if (System.nanoTime() > until) {
                    throw new ViewBehind();
                }
                Thread.sleep(LOOK_EVERY);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new ViewBehind();
        }
    }

    /** Some parked trades, those first whose event in front was recorded first. */
    public Page<DeadLetter> page(long after, int limit) {
        var found = Page.of(parked.firsts(after, Page.checkedLimit(limit) + 1), limit, ParkedEvent::position);
        return new Page<>(found.items().stream().map(this::letter).toList(), found.nextAfter());
    }

    /**
     * One parked trade and some of its events.
     *
     * @throws Rejected if nothing is parked under that id
     */
    public DeadLetter.Opened open(UUID id, long after, int limit) {
        var lane = lane(id);
        var front = front(lane);
        var found = Page.of(parked.of(lane, after, Page.checkedLimit(limit) + 1), limit, ParkedEvent::position);
        return new DeadLetter.Opened(letter(front),
                new Page<>(found.items().stream().map(this::waiting).toList(), found.nextAfter()));
    }

    /**
     * Takes the steps of a trade's parked events again, in order, until one is refused again.
     *
     * @param id     the trade
     * @param record told of the outcome in the transaction that makes it so
     * @throws Rejected if nothing is parked under that id, or if the first event is refused again; then only the reason is noted
     */
    public void retry(UUID id, Consumer<Acted> record) {
        inTurn(id, lane -> {
            var waiting = parked.of(lane, 0, TAKEN_MOST + 1);
            Rejection refusal = null;
            int taken = 0;
            while (refusal == null && taken < Math.min(TAKEN_MOST, waiting.size())) {
                refusal = takeAgain(waiting.get(taken));
                taken += refusal == null ? 1 : 0;
            }
            var next = taken < waiting.size() ? waiting.get(taken) : null;
            if (next != null && refusal != null) {
                parked.note(next.position(), refusal.sentence());
            }
            if (refusal != null && taken == 0) {
                throw refusedAgain(refusal);
            }
            int done = taken;
            var why = refusal == null ? "" : refusal.sentence();
            transactions.executeWithoutResult(_ -> {
                parked.remove(lane, waiting.get(done - 1).position());
                record.accept(new Acted(id, lane, done, parked.countOf(lane), why));
            });
            parked.beginsWith(lane, next);
        });
    }

    /**
     * Tries the step at which a trade's first parked event was refused, and records nothing.
     *
     * @throws Rejected as {@link #retry}
     */
    public Acted tryAgain(UUID id) {
        var lane = lane(id);
        try {
            steps.tryAgain(message(front(lane)));
        } catch (Rejected refused) {
            throw refusedAgain(refused.rejection());
        }
        return new Acted(id, lane, 0, parked.countOf(lane), "");
    }

    /**
     * Drops the first parked event of a trade: its steps are never taken. What waits behind it waits on.
     *
     * @param id     the trade
     * @param event  the id of the event that is to be dropped
     * @param record told of the outcome in the transaction that makes it so
     * @throws Rejected if nothing is parked under that id, or another event is in front
     */
    public void evict(UUID id, UUID event, Consumer<Acted> record) {
        inTurn(id, lane -> {
            var front = front(lane, event);
            var behind = parked.of(lane, front.position(), 1);
            transactions.executeWithoutResult(_ -> {
                parked.evict(front.position());
                behind.forEach(next -> parked.note(next.position(), "The event in front of it was dropped. Retry it."));
                record.accept(new Acted(id, lane, 1, parked.countOf(lane), ""));
            });
            parked.wasEvicted(front.position());
            parked.beginsWith(lane, behind.isEmpty() ? null : behind.getFirst());
        });
    }

    /**
     * Says what {@link #evict} would do, and does nothing.
     *
     * @throws Rejected as {@link #evict}
     */
    public Acted tryToEvict(UUID id, UUID event) {
        var lane = lane(id);
        var _ = front(lane, event);
        return new Acted(id, lane, 1, parked.countOf(lane) - 1, "");
    }

    private void inTurn(UUID id, Consumer<String> action) {
        var lane = lane(id);
        var turn = steps.turn(lane);
        try {
            if (!turn.tryLock(TURN_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Overloaded();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Overloaded();
        }
        try (var _ = MDC.putCloseable("trade", lane)) {
            // Another action may have freed it while this one waited.
            var _ = front(lane);
            action.accept(lane);
        } finally {
            turn.unlock();
        }
    }

    private @Nullable Rejection takeAgain(ParkedEvent event) {
        try {
            steps.takeAgain(message(event));
            return null;
        } catch (Rejected refused) {
            return refused.rejection();
        }
    }

    private static Rejected refusedAgain(Rejection refusal) {
        return Rejection.conflict("dead-letter.refused-again",
                "The step was refused again, and the trade stays parked. " + refusal.sentence()).asException();
    }

    private ParkedEvent front(String lane) {
        return parked.of(lane, 0, 1).stream().findFirst().orElseThrow(DeadLetters::nothingParked);
    }

    private ParkedEvent front(String lane, UUID expected) {
        var front = front(lane);
        if (!front.eventId().equals(expected)) {
            throw Rejection.conflict("dead-letter.another-event", "The event in front of this trade is " + front.eventId()
                    + ", not the one to be dropped. Look at the trade again.").asException();
        }
        return front;
    }

    private String lane(UUID id) {
        return parked.lanes().stream().filter(lane -> id(lane).equals(id)).findFirst().orElseThrow(DeadLetters::nothingParked);
    }

    private static Rejected nothingParked() {
        return Rejection.notFound("A parked trade with this id").asException();
    }

    private static UUID id(String lane) {
        // A trade's lane is the order's id; other lanes are names of streams, which do not fit into paths.
        return lane.indexOf('/') < 0 ? UUID.fromString(lane) : NameBasedUuid.uuid5(NAMESPACE, lane);
    }

    private DeadLetter letter(ParkedEvent front) {
        return new DeadLetter(id(front.lane()), front.lane(), parked.countOf(front.lane()), waiting(front));
    }

    private DeadLetter.Waiting waiting(ParkedEvent event) {
        return steps.waiting(event, message(event));
    }

    private EventMessage<?> message(ParkedEvent event) {
        List<TrackedEventMessage<?>> found = log.read(event.position() - 1, 1);
        return found.stream().filter(message -> message.getIdentifier().equals(event.eventId().toString())).findFirst()
                .orElseThrow(() -> new IllegalStateException("The log has no event " + event.eventId() + " at position "
                        + event.position()));
    }
}
