package exchange.settlement.domain.account;

import exchange.settlement.domain.EventType;
import exchange.settlement.domain.Money;
import exchange.settlement.domain.SettlementEvent;
import exchange.settlement.domain.order.OrderId;
import exchange.settlement.domain.payout.PayoutId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What happens on a member's account. Written by {@link Account} only. */
public sealed interface AccountEvent extends SettlementEvent {

    /** The account it happened on. */
    AccountId account();

    @Override
    default AccountId aggregate() {
        return account();
    }

    /** Something that an order caused. */
    sealed interface ForOrder extends AccountEvent {

        /** The order. */
        OrderId order();

        @Override
        default Optional<UUID> trade() {
            return Optional.of(order().value());
        }
    }

    /** The member has an account in this currency now. */
    @EventType("account.opened")
    record AccountOpened(AccountId account, Instant at) implements AccountEvent {}

    /** Money came in from {@code clearing/{source}}. */
    @EventType("account.credited")
    record AccountCredited(AccountId account, CreditPurpose purpose, UUID source, Money amount,
            Instant at) implements AccountEvent {

        @Override
        public Optional<UUID> trade() {
            return switch (purpose) {
                case RECEIPT, PAYOUT_RETURNED -> Optional.empty();
                case PAYOUT, REFUND -> Optional.of(source);
            };
        }
    }

    /** Money is set aside for an order. */
    @EventType("account.funds-reserved")
    record FundsReserved(AccountId account, OrderId order, Money amount, Instant at) implements ForOrder {}

    /** The money that was asked for an order is not there; the order must hear of it. */
    @EventType("account.reservation-refused")
    record ReservationRefused(AccountId account, OrderId order, Money asked, Money available, String code,
            Instant at) implements ForOrder {}

    /** The money set aside went to {@code clearing/{order}}. */
    @EventType("account.reservation-spent")
    record ReservationSpent(AccountId account, OrderId order, Money amount, Instant at) implements ForOrder {}

    /** The money set aside is available again. */
    @EventType("account.reservation-returned")
    record ReservationReturned(AccountId account, OrderId order, Money amount, Instant at) implements ForOrder {}

    /** An order of the member has begun. */
    @EventType("account.engaged")
    record AccountEngaged(AccountId account, OrderId order, Instant at) implements ForOrder {}

    /** An order of the member has ended. */
    @EventType("account.disengaged")
    record AccountDisengaged(AccountId account, OrderId order, Instant at) implements ForOrder {}

    /** Available money went to {@code clearing/{payout}}, to be paid out. */
    @EventType("account.payout-debited")
    record PayoutDebited(AccountId account, PayoutId payout, Money amount, Instant at) implements AccountEvent {}

    /** The money that was to be paid out is not there; the payout must hear of it. */
    @EventType("account.payout-refused")
    record PayoutDebitRefused(AccountId account, PayoutId payout, Money asked, Money available, String code,
            Instant at) implements AccountEvent {}

    /** A payout of the member was paid; the account does not wait for it any more. */
    @EventType("account.payout-ended")
    record PayoutEnded(AccountId account, PayoutId payout, Instant at) implements AccountEvent {}

    /** The account is closed; the leaving member must hear of it. */
    @EventType("account.closed")
    record AccountClosed(AccountId account, Instant at) implements AccountEvent {}

    /** The account holds money or open orders, so the member cannot leave. */
    @EventType("account.close-refused")
    record AccountCloseRefused(AccountId account, String code, Instant at) implements AccountEvent {}
}
