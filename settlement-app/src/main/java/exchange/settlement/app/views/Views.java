package exchange.settlement.app.views;

import exchange.eventstore.GaplessEventStorageEngine;
import exchange.settlement.app.web.InvalidRequest;
import exchange.settlement.app.web.ViewBehind;
import exchange.settlement.domain.Rejection;
import exchange.settlement.projections.ProjectionRunner;
import exchange.settlement.projections.ProjectionStatus;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.springframework.context.SmartLifecycle;

/** All projections of this engine, running. */
public final class Views implements SmartLifecycle {

    /** How long a read waits for its view before it says that the view is behind. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Map<String, ProjectionRunner> runners = new LinkedHashMap<>();
    private final GaplessEventStorageEngine log;

    private volatile boolean running;

    /** Views over a log. */
    public Views(Collection<ProjectionRunner> runners, GaplessEventStorageEngine log) {
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
     * Waits until a view has digested a position, if one is asked for.
     *
     * @throws ViewBehind     when it takes too long
     * @throws InvalidRequest when nothing has been recorded at that position yet
     */
    public void await(String name, OptionalLong atLeast) {
        if (atLeast.isEmpty()) {
            return;
        }
        if (atLeast.getAsLong() > log.head()) {
            throw new InvalidRequest("query:atLeast",
                    "must be a position that an answer of this engine has named; the last one is "
                            + log.head());
        }
        try {
            if (!named(name).awaitPosition(atLeast.getAsLong(), PATIENCE)) {
                throw new ViewBehind();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new ViewBehind();
        }
    }
}
