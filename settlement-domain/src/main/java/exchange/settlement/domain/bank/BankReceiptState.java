package exchange.settlement.domain.bank;

import exchange.settlement.domain.Money;
import exchange.settlement.domain.bank.BankReceiptEvent.ReceiptRecorded;
import exchange.settlement.domain.member.MemberId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A receipt as its events tell it.
 *
 * @param id            the entry
 * @param bankAccount   the supervised account
 * @param bankReference the bank's reference
 * @param member        whose money it is
 * @param amount        what came in
 * @param valueDate     the business date on which it counts
 */
public record BankReceiptState(BankReceiptId id, String bankAccount, String bankReference, MemberId member, Money amount,
        LocalDate valueDate) {

    /** The receipt after one more event. */
    public static BankReceiptState after(@Nullable BankReceiptState before, BankReceiptEvent event) {
        return switch (event) {
            case ReceiptRecorded e -> new BankReceiptState(e.receipt(), e.bankAccount(), e.bankReference(), e.member(),
                    e.amount(), e.valueDate());
        };
    }
}
