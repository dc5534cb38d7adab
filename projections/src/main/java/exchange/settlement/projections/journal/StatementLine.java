package exchange.settlement.projections.journal;

import exchange.settlement.domain.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one event changed on a member's account.
 *
 * @param position       the event
 * @param eventType      its stable name
 * @param trade          the order, if the event is part of a trade
 * @param effectiveAt    when it counts
 * @param recordedAt     when it was recorded
 * @param currency       of all amounts
 * @param available      change of what can be spent
 * @param reserved       change of what is set aside
 * @param availableAfter what can be spent after this line, of the lines that the statement shows
 * @param reservedAfter  what is set aside after it
 */
public record StatementLine(long position, String eventType, @Nullable UUID trade, Instant effectiveAt, Instant recordedAt,
        Currency currency, Money available, Money reserved, Money availableAfter, Money reservedAfter) {}
