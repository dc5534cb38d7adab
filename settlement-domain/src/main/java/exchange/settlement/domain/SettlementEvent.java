package exchange.settlement.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Something that has happened and that nobody can change any more. */
public interface SettlementEvent {

    /**
     * When it counts (the effective time): the instant of the command that caused it, or the start of a receipt's value date.
     * When it was recorded is kept by the event log beside it.
     */
    Instant at();

    /** The stream that the event belongs to. */
    AggregateId aggregate();

    /** The id of the order whose trade it is a part of, if any: the history of the trade shows the event. */
    default Optional<UUID> trade() {
        return Optional.empty();
    }
}
