package exchange.settlement.app.order;

import exchange.eventstore.GaplessEventStorageEngine;
import exchange.eventstore.NameBasedUuid;
import exchange.settlement.app.command.Commands;
import exchange.settlement.app.command.Envelope;
import exchange.settlement.app.views.Views;
import exchange.settlement.domain.Rejected;
import exchange.settlement.domain.order.OrderCommand.ExpireOrder;
import exchange.settlement.projections.order.DueDeadlines;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Asks orders whose deadline is due whether it still stands; the order alone decides. The command's id derives from the event that set
 * the deadline, so neither a restart nor a second node can have one expire twice.
 */
public final class DeadlinePoller implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DeadlinePoller.class);

    private static final Duration EVERY = Duration.ofMillis(250);
    private static final int AT_ONCE = 200;

    /** The engine itself, as the client behind a deadline. */
    private static final String ENGINE = "engine";

    private final DueDeadlines deadlines;
    private final Views views;
    private final GaplessEventStorageEngine log;
    private final Commands commands;
    private final Supplier<Instant> now;

    private volatile @Nullable Thread poller;

    DeadlinePoller(DueDeadlines deadlines, Views views, GaplessEventStorageEngine log, Commands commands,
            Supplier<Instant> now) {
        this.deadlines = deadlines;
        this.views = views;
        this.log = log;
        this.commands = commands;
        this.now = now;
    }

    @Override
    public void start() {
        poller = Thread.ofPlatform().name("deadlines").start(this::run);
    }

    @Override
    public void stop() {
        var running = poller;
        if (running != null) {
            poller = null;
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return poller != null;
    }

    private void run() {
        try {
            catchUp();
            while (poller == Thread.currentThread()) {
                poll();
                Thread.sleep(EVERY);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** A table that is behind the log may hold deadlines that have been met long ago. */
    private void catchUp() throws InterruptedException {
        long head = log.head();
        while (poller == Thread.currentThread() && !views.named("deadlines").awaitPosition(head, EVERY)) {
            LOG.debug("The deadlines wait for their view to reach position {}", head);
        }
    }

    private void poll() {
        try {
            for (var due : deadlines.due(now.get(), AT_ONCE)) {
                expire(due);
            }
        } catch (RuntimeException failed) {
            LOG.warn("Due deadlines could not be handled and are tried again: {}", failed.toString());
        }
    }

    private void expire(DueDeadlines.Due due) {
        var id = NameBasedUuid.uuid5(due.eventId(), "deadline");
        try {
            var _ = commands.execute(new Envelope(new ExpireOrder(due.order(), now.get()), id, id, null, due.eventId().toString(),
                    ENGINE, ENGINE, java.util.Map.of(), java.util.Optional.empty(), false));
        } catch (Rejected refused) {
            LOG.error("The {} deadline of order {} was refused: {}", due.deadline(), due.order().value(), refused.getMessage());
        }
    }
}
