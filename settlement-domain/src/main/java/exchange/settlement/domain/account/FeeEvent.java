package exchange.settlement.domain.account;

import exchange.settlement.domain.EventType;
import exchange.settlement.domain.Money;
import exchange.settlement.domain.SettlementEvent;
import exchange.settlement.domain.order.OrderId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What happens on the exchange's fee account. Written by {@link FeeAccount} only. */
public sealed interface FeeEvent extends SettlementEvent {

    /** A fee came in from {@code clearing/{order}}; its VAT is kept apart. */
    @EventType("fees.collected")
    record FeeCollected(OrderId order, Money fee, Money feeVat, Instant at) implements FeeEvent {

        @Override
        public FeeAccountId aggregate() {
            return new FeeAccountId(fee.currency());
        }

        @Override
        public Optional<UUID> trade() {
            return Optional.of(order.value());
        }
    }
}
