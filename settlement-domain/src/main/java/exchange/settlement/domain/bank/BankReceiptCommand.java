package exchange.settlement.domain.bank;

import exchange.settlement.domain.Command;
import exchange.settlement.domain.Money;
import exchange.settlement.domain.member.MemberId;
import java.time.Instant;
import java.time.LocalDate;

/** What can be asked of a bank receipt. */
public sealed interface BankReceiptCommand extends Command {

    /**
     * The bank tells that money came in for a member.
     *
     * @param receipt       derived from account and reference
     * @param bankAccount   the supervised account
     * @param bankReference the bank's reference of the entry
     * @param member        whose money it is
     * @param amount        positive
     * @param valueDate     the business date on which it counts, not in the future
     * @param at            now
     */
    record RecordReceipt(BankReceiptId receipt, String bankAccount, String bankReference, MemberId member, Money amount,
            LocalDate valueDate, Instant at) implements BankReceiptCommand {

        @Override
        public BankReceiptId target() {
            return receipt;
        }
    }
}
