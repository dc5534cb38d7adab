package exchange.settlement.domain.bank;

import exchange.settlement.domain.AggregateId;
import java.util.UUID;

/**
 * Identifies one entry on a supervised account. It derives from the account and the bank's entry reference, so an entry counts
 * once on whatever channel it comes.
 *
 * @param value the id
 */
public record BankReceiptId(UUID value) implements AggregateId {

    @Override
    public String stream() {
        return "receipt/" + value;
    }
}
