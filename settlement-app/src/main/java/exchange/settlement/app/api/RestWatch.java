package exchange.settlement.app.api;

import exchange.eventstore.GaplessEventStorageEngine;
import exchange.settlement.app.api.CommandEndpoint.Snapshot;
import exchange.settlement.app.command.StateReader;
import exchange.settlement.app.command.StreamSignals;
import exchange.settlement.domain.AggregateId;
import exchange.settlement.domain.SettlementEvent;
import java.time.Duration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * Waits until a step that other parts finish has come to rest: until the money is in escrow, the provider paid, or somebody on the
 * way has refused.
 */
public final class RestWatch {

    private final GaplessEventStorageEngine log;
    private final StreamSignals signals;

    /** Reads rests from the log, woken by signals. */
    public RestWatch(GaplessEventStorageEngine log, StreamSignals signals) {
        this.log = log;
        this.signals = signals;
    }

    /**
     * The first rest after a command, or what is known when the time is up.
     *
     * @throws exchange.settlement.domain.Rejected when the rest is that another part refused
     */
    <S, E extends SettlementEvent> Snapshot<S> await(AggregateId target, Resource<S, E> resource, Snapshot<S> from,
            Duration atMost) {
        var until = System.nanoTime() + atMost.toNanos();
        while (!resource.atRest().apply(from.state())) {
            try (var watch = signals.watch(target.stream())) {
                var seen = firstRest(target, resource, from);
                if (seen != null) {
                    return seen;
                }
                var left = Duration.ofNanos(until - System.nanoTime());
                if (!left.isPositive()) {
                    return from;
                }
                watch.await(left);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return from;
            }
        }
        return from;
    }

    private <S, E extends SettlementEvent> @Nullable Snapshot<S> firstRest(AggregateId target, Resource<S, E> resource,
            Snapshot<S> from) {
        var state = from.state();
        var events = log.readEvents(target.stream(), from.version());
        while (events.hasNext()) {
            DomainEventMessage<?> message = events.next();
            @SuppressWarnings("unchecked") // a stream holds the events of its own aggregate only
            var event = (E) StateReader.payload(message);
            state = resource.fold().apply(state, event);
            if (resource.atRest().apply(state)) {
                resource.failure().apply(event).ifPresent(refusal -> {
                    throw refusal.asException();
                });
                return new Snapshot<>(state, message.getSequenceNumber() + 1, StateReader.position(message));
            }
        }
        return null;
    }
}
