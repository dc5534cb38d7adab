package exchange.settlement.domain.simulation;

import exchange.settlement.domain.AggregateId;
import exchange.settlement.domain.SettlementEvent;
import exchange.settlement.domain.account.AccountEvent;
import exchange.settlement.domain.account.AccountState;
import exchange.settlement.domain.account.FeeEvent;
import exchange.settlement.domain.bank.BankReceiptEvent;
import exchange.settlement.domain.bank.BankReceiptState;
import exchange.settlement.domain.bank.PaymentEntryEvent;
import exchange.settlement.domain.escrow.EscrowEvent;
import exchange.settlement.domain.escrow.EscrowState;
import exchange.settlement.domain.filing.TradeFilingEvent;
import exchange.settlement.domain.listing.CertificateEvent;
import exchange.settlement.domain.listing.ListingEvent;
import exchange.settlement.domain.listing.ListingId;
import exchange.settlement.domain.listing.ListingState;
import exchange.settlement.domain.member.MemberEvent;
import exchange.settlement.domain.member.MemberState;
import exchange.settlement.domain.order.OrderEvent;
import exchange.settlement.domain.order.OrderState;
import exchange.settlement.domain.payout.PayeeEvent;
import exchange.settlement.domain.payout.PayeeState;
import exchange.settlement.domain.payout.PayoutEvent;
import exchange.settlement.domain.payout.PayoutState;
import exchange.settlement.domain.proposal.ProposalEvent;
import exchange.settlement.domain.proposal.ProposalState;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All aggregates as their events tell them, folded as the events come; the order of streams is that of their names. */
final class Mirror {

    private final SortedMap<String, Object> states = new TreeMap<>();

    void apply(SettlementEvent event) {
        states.compute(event.aggregate().stream(), (_, before) -> after(before, event));
    }

    /** All states of a kind. */
    <S> List<S> all(Class<S> kind) {
        return states.values().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The state of one aggregate. */
    Optional<Object> of(AggregateId id) {
        return Optional.ofNullable(states.get(id.stream()));
    }

    /** The state of one aggregate of a kind, if there is one. */
    <S> Optional<S> of(AggregateId id, Class<S> kind) {
        return of(id).map(kind::cast);
    }

    SortedMap<String, Object> states() {
        return states;
    }

    private static Object after(@Nullable Object before, SettlementEvent event) {
        return switch (event) {
            case MemberEvent e -> MemberState.after((MemberState) before, e);
            case ListingEvent e -> ListingState.after((ListingState) before, e);
            case CertificateEvent e -> CertificateEvent.holderAfter((ListingId) before, e);
            case OrderEvent e -> OrderState.after((OrderState) before, e);
            case EscrowEvent e -> EscrowState.after((EscrowState) before, e);
            case AccountEvent e -> AccountState.after((AccountState) before, e);
            case BankReceiptEvent e -> BankReceiptState.after((BankReceiptState) before, e);
            case ProposalEvent e -> ProposalState.after((ProposalState) before, e);
            case TradeFilingEvent e -> TradeFilingEvent.after((TradeFilingEvent.TradeFiled) before, e);
            case PayoutEvent e -> PayoutState.after((PayoutState) before, e);
            case PayeeEvent e -> PayeeState.after((PayeeState) before, e);
            case PaymentEntryEvent e -> PaymentEntryEvent.holderAfter((UUID) before, e);
            case FeeEvent e -> e;
            default -> throw new AssertionError("Nobody folds " + event);
        };
    }
}
