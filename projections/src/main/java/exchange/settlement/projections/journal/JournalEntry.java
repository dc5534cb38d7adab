package exchange.settlement.projections.journal;

import exchange.settlement.domain.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one event posted.
 *
 * @param position    the event
 * @param eventType   its stable name
 * @param stream      the aggregate that posted
 * @param trade       the order, if the event is part of a trade
 * @param effectiveAt when it counts
 * @param recordedAt  when it was recorded
 * @param legs        sum to zero per currency
 */
public record JournalEntry(long position, String eventType, String stream, @Nullable UUID trade, Instant effectiveAt,
        Instant recordedAt, List<Leg> legs) {

    public JournalEntry {
        legs = List.copyOf(legs);
    }

    /**
     * One leg.
     *
     * @param account its path, as {@code member/{id}/available}
     * @param amount  signed; positive credits the account
     * @param balance the balance of the account after it, on the recorded axis
     */
    public record Leg(String account, Money amount, Money balance) {}
}
