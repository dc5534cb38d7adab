package exchange.settlement.app.views;

import exchange.eventstore.GaplessEventStorageEngine;
import exchange.settlement.app.web.InvalidRequest;
import exchange.settlement.app.web.ViewBehind;
import exchange.settlement.app.web.ViewStopped;
import exchange.settlement.domain.Rejected;
import exchange.settlement.domain.Rejection;
import exchange.settlement.projections.AsOf;
import exchange.settlement.projections.ProjectionRunner;
import exchange.settlement.projections.ProjectionStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.springframework.context.SmartLifecycle;

/** All projections of this engine, running. */
public final class Views implements SmartLifecycle {

    /** How long a read waits for its view before it says that the view is behind. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Map<String, ProjectionRunner> runners = new LinkedHashMap<>();
    private final GaplessEventStorageEngine log;
    private final Supplier<Instant> now;

    private volatile boolean running;

    /** Views over a log. */
    public Views(Collection<ProjectionRunner> runners, GaplessEventStorageEngine log, Supplier<Instant> now) {
        this.now = now;
        runners.forEach(runner -> this.runners.put(runner.name(), runner));
        this.log = log;
    }

    @Override
    public void start() {
        runners.values().forEach(ProjectionRunner::start);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        runners.values().forEach(ProjectionRunner::stop);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Starts before the web server and stops after it, so that whoever waits for a rest or a view is still answered. */
    @Override
    public int getPhase() {
        return 0;
    }

    /** How each projection is. */
    public List<ProjectionStatus> status() {
        return runners.values().stream().map(ProjectionRunner::status).toList();
    }

    /** One projection, by name. */
    public ProjectionRunner named(String name) {
        var runner = runners.get(name);
        if (runner == null) {
            throw Rejection.notFound("A projection named " + name).asException();
        }
        return runner;
    }

    /**
     * How a view is that stands still in front of an event.
     *
     * @throws Rejected if it does not
     */
    public ProjectionStatus stopped(String name) {
        var runner = named(name);
        if (!runner.poisoned()) {
            throw notStopped(name);
        }
        return runner.status();
    }

    /**
     * Has a view try the event again at which it stopped.
     *
     * @throws Rejected if it has not stopped
     */
    public void resume(String name) {
        if (!named(name).resume()) {
            throw notStopped(name);
        }
    }

    private static Rejected notStopped(String name) {
        return Rejection.conflict("projection.not-stopped", "The projection " + name
                + " does not stand in front of an event; there is nothing to resume.").asException();
    }

    /**
     * Waits until every view that follows the log has digested a position, if one is asked for. A view that has stopped is not
     * waited for: this is for answers that tell that it has.
     *
     * @throws ViewBehind     when it takes too long
     * @throws InvalidRequest when nothing has been recorded at that position yet
     */
    public void awaitFollowing(OptionalLong atLeast) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        checkRecorded(atLeast);
        atLeast.ifPresent(position -> runners.values().stream().filter(runner -> !runner.poisoned())
                .forEach(runner -> await(runner, position, Duration.ofNanos(until - System.nanoTime()))));
    }

    /**
     * Refuses a position that no answer has named. For reads of the log itself, which has nothing to wait for.
     *
     * @throws InvalidRequest when nothing has been recorded at that position yet
     */
    public void checkRecorded(OptionalLong atLeast) {
        atLeast.ifPresent(position -> checkRecorded("atLeast", position));
    }

    /**
     * Waits until a view has digested a position, if one is asked for.
     *
     * @throws ViewBehind     when it takes too long
     * @throws InvalidRequest when nothing has been recorded at that position yet
     */
    public void await(String name, OptionalLong atLeast) {
        // Old figures without a word would be worse than none.
        if (named(name).poisoned()) {
            throw new ViewStopped();
        }
        atLeast.ifPresent(position -> await(name, "atLeast", position));
    }

    /**
     * Waits for everything that a read rests on, and turns an instant of knowledge into the position that the log had reached then:
     * so the same question gets the same answer, however far the view has got.
     *
     * @param name    the view
     * @param atLeast the position that the reader has seen, if it says so
     * @param asOf    the bounds that the reader asks for
     * @return the bounds, with a position for an instant
     */
    public AsOf await(String name, OptionalLong atLeast, AsOf asOf) {
        await(name, atLeast);
        var pinned = asOf;
        var instant = asOf.knownAt();
        if (instant != null) {
            if (instant.isAfter(now.get())) {
                throw new InvalidRequest("query:knownAt", "must not lie in the future: nobody knows yet what will be known");
            }
            // The token is the last position before a time, and an event recorded at the instant itself was known then.
            var token = (GlobalSequenceTrackingToken) log.createTokenAt(instant.plus(1, ChronoUnit.MICROS));
            pinned = new AsOf(token == null ? 0L : token.getGlobalIndex(), null, asOf.effectiveAt());
        }
        if (pinned.knownPosition() != null) {
            await(name, "knownAt", pinned.knownPosition());
        }
        return pinned;
    }

    private void checkRecorded(String parameter, long position) {
        if (position > log.head()) {
            throw new InvalidRequest("query:" + parameter,
                    "must be a position that an answer of this engine has named; the last one is " + log.head());
        }
    }

    private void await(String name, String parameter, long position) {
        checkRecorded(parameter, position);
        await(named(name), position, PATIENCE);
    }

    private static void await(ProjectionRunner runner, long position, Duration patience) {
        try {
            if (!runner.awaitPosition(position, patience)) {
                throw new ViewBehind();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new ViewBehind();
        }
    }
}
