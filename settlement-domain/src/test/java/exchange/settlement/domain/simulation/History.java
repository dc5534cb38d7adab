package exchange.settlement.domain.simulation;

import exchange.eventstore.NameBasedUuid;
import exchange.eventstore.ReferenceEventStorageEngine;
import exchange.settlement.domain.AggregateId;
import exchange.settlement.domain.Command;
import exchange.settlement.domain.SettlementEvent;
import exchange.settlement.domain.journal.LedgerAccount;
import exchange.settlement.domain.journal.Posting;
import exchange.settlement.domain.order.OrderEvent;
import exchange.settlement.domain.order.OrderEvent.AtRest;
import exchange.settlement.domain.order.OrderState;
import exchange.settlement.domain.payout.PayoutEvent;
import exchange.settlement.domain.payout.PayoutState;
import exchange.settlement.domain.policy.PolicyBook;
import exchange.settlement.domain.process.Processes;
import exchange.settlement.domain.process.Step.Attempt;
import exchange.settlement.domain.process.Step.Send;
import exchange.settlement.domain.simulation.AxonRuntime.Deduplication;
import exchange.settlement.domain.simulation.Outcome.Done;
import exchange.settlement.domain.simulation.Outcome.Refused;
import exchange.settlement.domain.simulation.Outcome.Repeated;
import exchange.settlement.domain.simulation.Steps.Delivery;
import exchange.settlement.domain.simulation.Steps.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * One history of a market, drawn from a seed: clients do what they like when they like, steps are lost, repeated and reordered,
 * the engine crashes and restarts, and time passes. Everything drawn comes from the seed, on one thread.
 */
final class History implements AutoCloseable {

    private static final int LINES_KEPT = 40;
    private static final int STEPS_AT_MOST = 20_000;

    /**
     * What a history runs on.
     *
     * @param deduplication whether repeated commands are recognised; broken only to prove that the simulation notices
     * @param journal       how events post
     * @param moves         how many things happen
     */
    record Setting(Deduplication deduplication, Function<SettlementEvent, List<Posting>> journal, int moves) {}

    private final long seed;
    private final Setting setting;
    private final RandomGenerator random;
    private final PolicyBook policies;
    private final Delivery delivery;
    private final MovableClock clock = new MovableClock(World.BEGINNING);
    private final ReferenceEventStorageEngine log = new ReferenceEventStorageEngine(clock);
    private final List<SettlementEvent> events = new ArrayList<>();
    private final Mirror mirror = new Mirror();
    private final Books books;
    private final Steps steps;
    private final Coverage coverage;
    private final Set<UUID> effective = new HashSet<>();
    /** Told only on failure: most lines are never read. */
    private final Deque<Supplier<String>> lines = new ArrayDeque<>();
    private AxonRuntime runtime;

    History(long seed, Setting setting, Coverage coverage) {
        this.seed = seed;
        this.setting = setting;
        this.coverage = coverage;
        random = new SplittableRandom(seed);
        policies = World.policies(random);
        delivery = random.nextBoolean() ? Delivery.STREAM_BY_STREAM : Delivery.ANY_ORDER;
        books = new Books(setting.journal());
        steps = new Steps(delivery);
        runtime = new AxonRuntime(log, policies, setting.deduplication());
    }

    /** Runs it and checks it; the error names the seed and tells the last lines. */
    void run() {
        try {
            live();
            drain();
            check();
            everythingComesAgain();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("Seed " + seed + " (" + delivery + "; replay with -Dsimulation.seed=" + seed + "): "
                    + e.getMessage() + "\n" + lines.stream().map(Supplier::get).collect(Collectors.joining("\n")), e);
        }
    }

    private void live() {
        var market = new Market(this);
        market.open();
        for (int i = 0; i < setting.moves(); i++) {
            market.move();
            for (int n = random.nextInt(5); n > 0 && !steps.isEmpty(); n--) {
                takeSomehow(steps.draw(random));
            }
            if (random.nextInt(40) == 0) {
                say(() -> "reader restarts");
                restart();
                steps.rewind(random.nextInt(30));
            }
        }
    }

    private void takeSomehow(Step step) {
        int fate = random.nextInt(20);
        switch (fate) {
            case 0 -> say(() -> "lost for now: " + step.event());
            case 1, 2 -> {
                take(step, random.nextInt(3));
                if (random.nextInt(5) == 0) {
                    restart();
                }
            }
            case 3 -> take(step, Integer.MAX_VALUE);
            default -> {
                take(step, Integer.MAX_VALUE);
                steps.taken(step);
            }
        }
        clock.pass(Duration.ofMillis(random.nextInt(3_000)));
    }

    /** Sends what an event calls for, command after command, until the crash, if there is one. */
    private void take(Step step, int commandsUntilCrash) {
        int left = commandsUntilCrash;
        var next = Processes.react(step.event(), clock.instant());
        for (int n = 0; n < next.size(); n++) {
            if (left-- == 0) {
                var lost = next.get(n);
                say(() -> "crash before " + lost);
                return;
            }
            var id = NameBasedUuid.uuid5(step.id(), Integer.toString(n));
            switch (next.get(n)) {
                case Send(var command) -> notRefused(command, id);
                case Attempt attempt -> {
                    var outcome = settle(attempt.command(), id, runtime.dispatch(attempt.command(), id, attempt.grounds()));
                    if (left-- == 0) {
                        say(() -> "crash before it is told what came of " + attempt);
                        return;
                    }
                    notRefused(outcome instanceof Refused r ? attempt.lapsed(r.rejection().code()) : attempt.executed(),
                            NameBasedUuid.uuid5(step.id(), n + " outcome"));
                }
            }
        }
    }

    private void notRefused(Command command, UUID id) {
        var outcome = dispatch(command, id);
        Expect.that(!(outcome instanceof Refused), "no step of a process is refused", outcome);
    }

    private void drain() {
        for (int n = 0; !steps.isEmpty(); n++) {
            Expect.that(n < STEPS_AT_MOST, "steps come to an end", n);
            var step = steps.draw(random);
            take(step, Integer.MAX_VALUE);
            steps.taken(step);
        }
    }

    private void check() {
        var invariants = new Invariants(events, mirror, books);
        invariants.hold();
        if (delivery == Delivery.STREAM_BY_STREAM) {
            invariants.leaversHaveLeft();
            invariants.nobodyIsBroughtBack();
        }
        var replayed = new Mirror();
        log.read(0, Integer.MAX_VALUE).forEach(e -> replayed.apply((SettlementEvent) e.getPayload()));
        Expect.that(replayed.states().equals(mirror.states()), "replaying all events gives the same states", seed);
    }

    private void everythingComesAgain() {
        say(() -> "everything comes again");
        restart();
        long head = log.head();
        clock.pass(Duration.ofDays(1));
        steps.rewind(Integer.MAX_VALUE);
        drain();
        Expect.that(log.head() == head, "what comes again changes nothing", "position " + head);
    }

    /** The number of an aggregate's events. */
    long version(AggregateId aggregate) {
        return log.lastSequenceNumberFor(aggregate.stream()).orElse(-1L) + 1;
    }

    /** Sends a command and takes note of what it did. */
    Outcome dispatch(Command command, UUID commandId) {
        return settle(command, commandId, runtime.dispatch(command, commandId));
    }

    private Outcome settle(Command command, UUID commandId, Outcome outcome) {
        boolean effect = takeNote();
        say(() -> outcome.getClass().getSimpleName() + (effect ? "* " : "  ") + command
                + (outcome instanceof Refused r ? " -> " + r.rejection().code() : ""));
        if (effect) {
            Expect.that(effective.add(commandId), "a command id has one effect", commandId);
        }
        switch (outcome) {
            case Refused(var rejection) -> coverage.counted(rejection.code());
            case Repeated _ -> coverage.counted("repeated");
            case Done(var state) -> {
                coverage.counted(effect ? "done" : "nothing to do");
                Expect.that(state == null || state.equals(mirror.of(command.target()).orElse(null)),
                        "an aggregate answers with what its events tell", state == null ? "" : state);
            }
        }
        return outcome;
    }

    private boolean takeNote() {
        var news = log.read(events.size(), Integer.MAX_VALUE);
        for (var message : news) {
            var event = (SettlementEvent) message.getPayload();
            events.add(event);
            int position = events.size();
            say(() -> "  " + position + " " + event);
            mirror.apply(event);
            books.post(event);
            coverage.reached(event);
            if (event instanceof OrderEvent e) {
                mirror.of(e.order(), OrderState.class).ifPresent(coverage::reached);
            }
            if (event instanceof AtRest e) {
                Expect.that(books.balance(LedgerAccount.clearing(e.order().value()), e.parties().currency()).isZero(),
                        "an order is at rest when its money has arrived", e);
            }
            if (event instanceof PayoutEvent e) {
                coverage.counted("payout " + mirror.of(e.payout(), PayoutState.class).orElseThrow().status());
            }
            if (!Processes.react(event, clock.instant()).isEmpty()) {
                steps.add(new Step(events.size(), UUID.fromString(message.getIdentifier()), event));
            }
        }
        return !news.isEmpty();
    }

    private void restart() {
        runtime.close();
        runtime = new AxonRuntime(log, policies, setting.deduplication());
    }

    void interruptNextDecision(Runnable somethingElse) {
        runtime.interruptNextDecision(somethingElse);
    }

    void pass(Duration time) {
        clock.pass(time);
        var until = clock.instant();
        say(() -> "time passes until " + until);
    }

    Instant now() {
        return clock.instant();
    }

    RandomGenerator random() {
        return random;
    }

    Mirror mirror() {
        return mirror;
    }

    private void say(Supplier<String> line) {
        lines.addLast(line);
        if (lines.size() > LINES_KEPT) {
            lines.removeFirst();
        }
    }

    @Override
    public void close() {
        runtime.close();
    }
}
