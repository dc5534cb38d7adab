package exchange.settlement.app.process;

import exchange.settlement.domain.SettlementEvent;
import exchange.settlement.domain.member.MemberEvent.ExitRequested;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Reads all events in order and has the steps taken that they call for.
 * <p>
 * Events of one trade are handled in order, different trades side by side. The position is written after the steps are durable, so
 * a crash has the last batch handled again, which is harmless. An event that cannot be read stops the runner, loudly.
 */
public final class ProcessRunner implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessRunner.class);

    private static final int BATCH = 256;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final EventStore events;
    private final ProcessSteps steps;
    private final ProcessPosition position;

    private volatile @Nullable Thread reader;
    private volatile @Nullable String stoppedBecause;

    /** Reads from a store, takes steps, and keeps its position. */
    public ProcessRunner(EventStore events, ProcessSteps steps, ProcessPosition position) {
        this.events = events;
        this.steps = steps;
        this.position = position;
    }

    @Override
    public void start() {
        stoppedBecause = null;
        reader = Thread.ofPlatform().name("processes").start(this::run);
    }

    @Override
    public void stop() {
        var running = reader;
        if (running != null) {
            reader = null;
            running.interrupt();
            try {
                running.join(Duration.ofSeconds(20));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return reader != null;
    }

    /** Starts before the web server and stops after it, so that whoever waits for a rest or a view is still answered. */
    @Override
    public int getPhase() {
        return 0;
    }

    /** Why the runner stands still, if it does. */
    public @Nullable String stoppedBecause() {
        return stoppedBecause;
    }

    /** How far every step has been taken. */
    public long position() {
        return position.read();
    }

    private void run() {
        try (var stream = open();
                var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            while (reader == Thread.currentThread()) {
                if (stream.hasNextAvailable((int) PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                    var batch = new ArrayList<TrackedEventMessage<?>>();
                    while (batch.size() < BATCH && stream.hasNextAvailable(0, TimeUnit.MILLISECONDS)) {
                        batch.add(stream.nextAvailable());
                    }
                    handle(batch, workers);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException broken) {
            if (reader == Thread.currentThread()) {
                stoppedBecause = broken.getMessage();
                LOG.error("The processes stand still after position {}: no trade moves on until this is mended", position.read(),
                        broken);
            }
        }
    }

    private BlockingStream<TrackedEventMessage<?>> open() {
        position.load();
        return events.openStream(new GlobalSequenceTrackingToken(position.read()));
    }

    private void handle(List<TrackedEventMessage<?>> batch, ExecutorService workers) throws InterruptedException {
        var lanes = new LinkedHashMap<String, List<EventMessage<?>>>();
        for (var message : batch) {
            var event = ProcessSteps.event(message);
            if (event instanceof ExitRequested) {
                // A leaving member's accounts may close only after every earlier order has engaged them.
                drain(lanes, workers);
            }
            lanes.computeIfAbsent(lane(event), _ -> new ArrayList<>()).add(message);
            if (event instanceof ExitRequested) {
                drain(lanes, workers);
            }
        }
        drain(lanes, workers);
        position.write(((GlobalSequenceTrackingToken) batch.getLast().trackingToken()).getGlobalIndex());
    }

    private void drain(Map<String, List<EventMessage<?>>> lanes, ExecutorService workers) {
        var running = lanes.entrySet().stream()
                .map(lane -> CompletableFuture.runAsync(() -> steps.take(lane.getKey(), lane.getValue()), workers))
                .toList();
        lanes.clear();
        running.forEach(CompletableFuture::join);
    }

    private static String lane(SettlementEvent event) {
        return event.trade().map(Object::toString).orElseGet(() -> event.aggregate().stream());
    }
}
