package exchange.settlement.domain.payout;

import exchange.settlement.domain.AggregateId;
import java.util.UUID;

/**
 * Identifies a payout.
 *
 * @param value the id
 */
public record PayoutId(UUID value) implements AggregateId {

    @Override
    public String stream() {
        return "payout/" + value;
    }

    /** What the payment carries at the bank: the whole id, so no two payouts share it. 34 characters; ISO 20022 has room for 35. */
    String bankReference() {
        return "PO" + value.toString().replace("-", "");
    }
}
