package exchange.settlement.domain.bank;

import exchange.settlement.domain.EventType;
import exchange.settlement.domain.Money;
import exchange.settlement.domain.SettlementEvent;
import exchange.settlement.domain.member.MemberId;
import java.time.Instant;
import java.time.LocalDate;

/** What happens at the supervised bank. Written by {@link BankReceipt} only. */
public sealed interface BankReceiptEvent extends SettlementEvent {

    /** The entry. */
    BankReceiptId receipt();

    @Override
    default BankReceiptId aggregate() {
        return receipt();
    }

    /** Money came in for a member; it counts from the start of the value date. */
    @EventType("bank.receipt-recorded")
    record ReceiptRecorded(BankReceiptId receipt, String bankAccount, String bankReference, MemberId member, Money amount,
            LocalDate valueDate, Instant at) implements BankReceiptEvent {}
}
