package exchange.settlement.domain.bank;

import static exchange.settlement.domain.Samples.BUYER;
import static exchange.settlement.domain.Samples.NOTHING;
import static exchange.settlement.domain.Samples.NOW;
import static exchange.settlement.domain.Samples.PRICE;
import static exchange.settlement.domain.Samples.applied;
import static exchange.settlement.domain.Samples.members;
import static exchange.settlement.domain.Trial.given;

import exchange.settlement.domain.EveryCommand;
import exchange.settlement.domain.Money;
import exchange.settlement.domain.bank.BankReceiptCommand.RecordReceipt;
import exchange.settlement.domain.bank.BankReceiptEvent.ReceiptRecorded;
import exchange.settlement.domain.bank.PaymentEntryEvent.PaymentClaimed;
import exchange.settlement.domain.member.MemberEvent.AccountsClosing;
import exchange.settlement.domain.member.MemberEvent.ExitRequested;
import exchange.settlement.domain.member.MemberEvent.MemberExited;
import exchange.settlement.domain.member.MemberEvent.MemberSuspended;
import exchange.settlement.domain.member.MemberRole;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BankReceiptDecisionTest {

    @RegisterExtension
    static final EveryCommand EVERY_COMMAND = EveryCommand.of(BankReceiptCommand.class);

    private static final BankReceiptId ID = new BankReceiptId(new UUID(5, 1));
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    void an_entry_counts_from_the_start_of_its_value_date_in_shanghai() {
        given(members()).when(receipt(PRICE, TODAY)).then(recorded(TODAY, "2026-11-22T16:00:00Z"));
        given(members()).when(receipt(PRICE, TODAY.minusDays(3))).then(recorded(TODAY.minusDays(3), "2026-11-19T16:00:00Z"));
    }

    @Test
    void an_entry_counts_once() {
        given(members(), List.of(recorded(TODAY, "2026-11-22T16:00:00Z"))).when(receipt(PRICE, TODAY))
                .refuses("bank.reference-used");
        var paid = new PaymentClaimed(new PaymentEntryId(ID.value()), "supervised", "R-1", new UUID(7, 1), NOW);
        given(members(), List.of(paid)).when(receipt(PRICE, TODAY)).refuses("bank.reference-used");
    }

    @Test
    void an_entry_brings_something_and_not_before_its_time() {
        given(members()).when(receipt(NOTHING, TODAY)).refuses("bank.amount-not-positive");
        given(members()).when(receipt(Money.cny(-1), TODAY)).refuses("bank.amount-not-positive");
        given(members()).when(receipt(PRICE, TODAY.plusDays(1))).refuses("bank.value-date-in-future");
    }

    @Test
    void an_entry_is_for_a_member_even_a_suspended_one_but_none_that_leaves() {
        given().when(receipt(PRICE, TODAY)).refuses("not-found");
        given(List.of(applied(BUYER, MemberRole.DEMANDER))).when(receipt(PRICE, TODAY)).refuses("member.not-admitted");
        given(members(), List.of(new MemberExited(BUYER, NOW))).when(receipt(PRICE, TODAY)).refuses("member.not-admitted");
        given(members(), List.of(new MemberSuspended(BUYER, null, NOW))).when(receipt(PRICE, TODAY))
                .then(recorded(TODAY, "2026-11-22T16:00:00Z"));
        var asked = new ExitRequested(BUYER, null, NOW);
        var closing = new AccountsClosing(BUYER, List.of(Money.CNY), NOW);
        given(members(), List.of(asked)).when(receipt(PRICE, TODAY)).refuses("member.not-admitted");
        given(members(), List.of(asked, closing)).when(receipt(PRICE, TODAY)).refuses("member.not-admitted");
    }

    private static RecordReceipt receipt(Money amount, LocalDate valueDate) {
        return new RecordReceipt(ID, "supervised", "R-1", BUYER, amount, valueDate, NOW);
    }

    private static ReceiptRecorded recorded(LocalDate valueDate, String at) {
        return new ReceiptRecorded(ID, "supervised", "R-1", BUYER, PRICE, valueDate, Instant.parse(at));
    }
}
