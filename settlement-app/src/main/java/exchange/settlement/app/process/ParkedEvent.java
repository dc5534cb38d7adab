package exchange.settlement.app.process;

import java.time.Instant;
import java.util.UUID;

/**
 * An event whose steps wait for an operator.
 *
 * @param position its place in the log
 * @param lane     the trade, or the stream of an event of no trade, whose later events wait behind it
 * @param eventId  its id
 * @param reason   why it waits, for people
 * @param parkedAt when it was set aside
 */
record ParkedEvent(long position, String lane, UUID eventId, String reason, Instant parkedAt) {}
