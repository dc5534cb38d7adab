package exchange.settlement.domain.bank;

import exchange.settlement.domain.EventType;
import exchange.settlement.domain.SettlementEvent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to an entry by which the bank paid. Written when a payout is confirmed by it. */
public sealed interface PaymentEntryEvent extends SettlementEvent {

    /** The entry. */
    PaymentEntryId entry();

    @Override
    default PaymentEntryId aggregate() {
        return entry();
    }

    /** The entry stands for this payout and for nothing else. */
    @EventType("bank.payment-claimed")
    record PaymentClaimed(PaymentEntryId entry, String bankAccount, String bankReference, UUID payout,
            Instant at) implements PaymentEntryEvent {}

    /** The payout that an entry stands for, after an event. */
    static UUID holderAfter(@Nullable UUID before, PaymentEntryEvent event) {
        return switch (event) {
            case PaymentClaimed e -> e.payout();
        };
    }
}
