package exchange.settlement.domain.bank;

import exchange.settlement.domain.AggregateId;
import java.util.UUID;

/**
 * Identifies an entry by which a supervised account paid. It derives from the account and the bank's entry reference exactly as a
 * receipt's id does, so that an entry counts once, whichever way the money went.
 *
 * @param value the id
 */
public record PaymentEntryId(UUID value) implements AggregateId {

    @Override
    public String stream() {
        return "payment/" + value;
    }
}
