package exchange.settlement.projections.history;

import exchange.settlement.domain.Money;
import exchange.settlement.domain.SettlementEvent;
import exchange.settlement.projections.Origin;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One event of a trade.
 *
 * @param position    its place in the log
 * @param eventId     its id
 * @param eventType   its stable name
 * @param revision    of its fields
 * @param stream      the aggregate that it happened to
 * @param sequence    its place in that aggregate's stream, from 0
 * @param effectiveAt when it counts
 * @param recordedAt  when it was recorded
 * @param event       what happened
 * @param payload     the same as JSON
 * @param origin      which command recorded it, and for whom
 * @param balances    where the accounts stood right after it that it posted to; empty when it moved no money
 */
public record TradeEntry(long position, UUID eventId, String eventType, int revision, String stream, long sequence,
        Instant effectiveAt, Instant recordedAt, SettlementEvent event, String payload, Origin origin,
        List<Balance> balances) {

    public TradeEntry {
        balances = List.copyOf(balances);
    }

    /**
     * Where an account stood.
     *
     * @param account its path, as {@code escrow/{orderId}}
     * @param change  what the event posted
     * @param after   the balance after it
     */
    public record Balance(String account, Money change, Money after) {}
}
