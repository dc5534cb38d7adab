package exchange.settlement.app.command;

import exchange.eventstore.AppendConditions;
import exchange.eventstore.GaplessEventStorageEngine;
import exchange.settlement.domain.AggregateId;
import exchange.settlement.domain.SettlementEvent;
import exchange.settlement.domain.Witness;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/** Folds streams of the log into states: what the write side knows, as of now or as of an earlier event. */
public final class StateReader {

    private final GaplessEventStorageEngine log;

    /** Reads from a log. */
    public StateReader(GaplessEventStorageEngine log) {
        this.log = log;
    }

    /** What other aggregates are, for decisions: each one read becomes a condition of the append. */
    public Witness witness() {
        return new Witness() {
            @Override
            public <S, E extends SettlementEvent> @Nullable S read(AggregateId id, BiFunction<@Nullable S, E, S> fold) {
                var found = StateReader.this.<S, E>read(id, fold, Long.MAX_VALUE);
                AppendConditions.require(id.stream(), found.map(At::sequence).orElse(-1L));
                return found.map(At::state).orElse(null);
            }
        };
    }

    /** The state of an aggregate now, if it exists. */
    public <S, E extends SettlementEvent> Optional<At<S>> now(AggregateId id, BiFunction<@Nullable S, E, S> fold) {
        return read(id, fold, Long.MAX_VALUE);
    }

    /** The state of an aggregate after the event of a sequence, if it has got that far. */
    public <S, E extends SettlementEvent> Optional<At<S>> read(AggregateId id, BiFunction<@Nullable S, E, S> fold,
            long sequence) {
        S state = null;
        DomainEventMessage<?> last = null;
        var events = log.readEvents(id.stream());
        while (events.hasNext()) {
            DomainEventMessage<?> event = events.next();
            if (event.getSequenceNumber() > sequence) {
                break;
            }
            state = fold.apply(state, StateReader.<E>own(payload(event)));
            last = event;
        }
        return last == null
                ? Optional.empty()
                : Optional.of(new At<>(Objects.requireNonNull(state), last.getSequenceNumber(), position(last)));
    }

    /** The payload of a message, or a loud stop if this engine does not know the event. */
    public static SettlementEvent payload(DomainEventMessage<?> message) {
        if (message.getPayload() instanceof SettlementEvent event) {
            return event;
        }
        throw new IllegalStateException("Event " + message.getIdentifier() + " of " + message.getAggregateIdentifier()
                + " is of a type or revision that this engine cannot read");
    }

    /** A stream holds the events of its own aggregate only. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends SettlementEvent> E own(SettlementEvent event) {
        return (E) event;
    }

    /** The position of a message that was read from the log. */
    public static long position(DomainEventMessage<?> message) {
        var token = (GlobalSequenceTrackingToken) ((TrackedEventMessage<?>) message).trackingToken();
        return Objects.requireNonNull(token).getGlobalIndex();
    }

    /**
     * A state and the event that made it so.
     *
     * @param state    the state
     * @param sequence the sequence of the last event in it
     * @param position the position of that event
     * @param <S>      its type
     */
    public record At<S>(S state, long sequence, long position) {

        /** The version, as the API counts it: the number of events. */
        public long version() {
            return sequence + 1;
        }
    }
}
