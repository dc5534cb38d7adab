package exchange.settlement.domain.payout;

import static exchange.settlement.domain.Samples.BUYER;
import static exchange.settlement.domain.Samples.DETAILS;
import static exchange.settlement.domain.Samples.MARKET;
import static exchange.settlement.domain.Samples.NOTHING;
import static exchange.settlement.domain.Samples.NOW;
import static exchange.settlement.domain.Samples.PAYEE;
import static exchange.settlement.domain.Samples.PAYOUT;
import static exchange.settlement.domain.Samples.PRICE;
import static exchange.settlement.domain.Samples.STRANGER;
import static exchange.settlement.domain.Samples.TEXT;
import static exchange.settlement.domain.Samples.applied;
import static exchange.settlement.domain.Samples.later;
import static exchange.settlement.domain.Samples.members;
import static exchange.settlement.domain.Samples.payee;
import static exchange.settlement.domain.Samples.payoutRequested;
import static exchange.settlement.domain.Trial.given;

import exchange.settlement.domain.ClientId;
import exchange.settlement.domain.EveryCommand;
import exchange.settlement.domain.Money;
import exchange.settlement.domain.SettlementEvent;
import exchange.settlement.domain.ShanghaiTime;
import exchange.settlement.domain.bank.BankReceiptEvent.ReceiptRecorded;
import exchange.settlement.domain.bank.BankReceiptId;
import exchange.settlement.domain.bank.PaymentEntryEvent.PaymentClaimed;
import exchange.settlement.domain.bank.PaymentEntryId;
import exchange.settlement.domain.member.Mandate;
import exchange.settlement.domain.member.MemberEvent.ExitRequested;
import exchange.settlement.domain.member.MemberEvent.MandateGranted;
import exchange.settlement.domain.member.MemberEvent.MemberApplied;
import exchange.settlement.domain.member.MemberEvent.MemberExited;
import exchange.settlement.domain.member.MemberEvent.MemberSuspended;
import exchange.settlement.domain.member.MemberRole;
import exchange.settlement.domain.member.TaxpayerType;
import exchange.settlement.domain.payout.PayeeEvent.PayeeAccountSet;
import exchange.settlement.domain.payout.PayoutCommand.ConfirmPayout;
import exchange.settlement.domain.payout.PayoutCommand.NoteDebited;
import exchange.settlement.domain.payout.PayoutCommand.RefusePayout;
import exchange.settlement.domain.payout.PayoutCommand.ReportUnknownOutcome;
import exchange.settlement.domain.payout.PayoutCommand.RequestPayout;
import exchange.settlement.domain.payout.PayoutCommand.ReturnPayout;
import exchange.settlement.domain.payout.PayoutCommand.SendPayout;
import exchange.settlement.domain.payout.PayoutEvent.PayoutConfirmed;
import exchange.settlement.domain.payout.PayoutEvent.PayoutOutcomeUnknown;
import exchange.settlement.domain.payout.PayoutEvent.PayoutReady;
import exchange.settlement.domain.payout.PayoutEvent.PayoutRefused;
import exchange.settlement.domain.payout.PayoutEvent.PayoutRequested;
import exchange.settlement.domain.payout.PayoutEvent.PayoutReturned;
import exchange.settlement.domain.payout.PayoutEvent.PayoutSent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PayoutDecisionTest {

    @RegisterExtension
    static final EveryCommand EVERY_COMMAND = EveryCommand.of(PayoutCommand.class);

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Instant NEXT_DAY = later(Duration.ofDays(1));
    private static final PaymentEntryId ENTRY = new PaymentEntryId(new UUID(8, 1));
    private static final List<SettlementEvent> WITH_PAYEE = Stream
            .<SettlementEvent>concat(members().stream(), Stream.of(payee())).toList();
    private static final PayoutRequested REQUESTED = payoutRequested();
    private static final PayoutReady READY = new PayoutReady(PAYOUT, PRICE, NOW);
    private static final PayoutSent SENT = new PayoutSent(PAYOUT, NOW);
    private static final PayoutOutcomeUnknown UNKNOWN = new PayoutOutcomeUnknown(PAYOUT, NEXT_DAY);
    private static final PayoutConfirmed CONFIRMED = confirmed(TODAY, NOW);
    private static final List<PayoutEvent> ASKED = List.of(REQUESTED);
    private static final List<PayoutEvent> WAITING = List.of(REQUESTED, READY);
    private static final List<PayoutEvent> ON_ITS_WAY = List.of(REQUESTED, READY, SENT);
    private static final List<PayoutEvent> NOBODY_KNOWS = List.of(REQUESTED, READY, SENT, UNKNOWN);
    private static final List<PayoutEvent> PAID = List.of(REQUESTED, READY, SENT, CONFIRMED);

    @Test
    void a_request_fixes_where_the_money_goes_and_under_which_reference() {
        given(WITH_PAYEE).when(request(PRICE, MARKET)).then(REQUESTED);
        var changed = new BankDetails("104100000004", TEXT, "9999", "name");
        given(WITH_PAYEE, List.of(new PayeeAccountSet(PAYEE, 2, changed, null, NOW))).when(request(PRICE, MARKET))
                .then(new PayoutRequested(PAYOUT, BUYER, PRICE, "W-1", MARKET, null, 2, changed, "supervised",
                        "PO00000000000000070000000000000001", NOW));
    }

    @Test
    void a_request_needs_a_member_a_mandate_a_payee_account_and_an_amount() {
        given().when(request(PRICE, MARKET)).refuses("not-found");
        given(List.of(applied(BUYER, MemberRole.DEMANDER))).when(request(PRICE, MARKET)).refuses("member.not-admitted");
        given(WITH_PAYEE).when(request(PRICE, STRANGER)).refuses("member.no-mandate");
        var buysOnly = new MandateGranted(BUYER, new Mandate(MARKET, List.of(Mandate.Scope.BUY)), null, NOW);
        given(WITH_PAYEE, List.of(buysOnly)).when(request(PRICE, MARKET)).refuses("member.no-mandate");
        given(members()).when(request(PRICE, MARKET)).refuses("payout.no-payee-account");
        given(WITH_PAYEE).when(request(NOTHING, MARKET)).refuses("payout.amount-not-positive");
        given(WITH_PAYEE).when(request(Money.cny(-1), MARKET)).refuses("payout.amount-not-positive");
        given(WITH_PAYEE, ASKED).when(request(PRICE, MARKET)).refuses("payout.wrong-status");
    }

    @Test
    void an_operator_pays_a_suspended_member_out_and_a_client_does_not() {
        var suspended = List.of(new MemberSuspended(BUYER, null, NOW));
        given(WITH_PAYEE, suspended).when(request(PRICE, MARKET)).refuses("member.not-admitted");
        given(WITH_PAYEE, suspended).when(request(PRICE, null)).then(new PayoutRequested(PAYOUT, BUYER, PRICE, "W-1", null, null,
                1, DETAILS, "supervised", "PO00000000000000070000000000000001", NOW));
    }

    @Test
    void nobody_is_paid_out_while_leaving_or_afterwards() {
        for (var gone : List.of(new ExitRequested(BUYER, null, NOW), new MemberExited(BUYER, NOW))) {
            given(WITH_PAYEE, List.of(gone)).when(request(PRICE, MARKET)).refuses("member.not-admitted");
            given(WITH_PAYEE, List.of(gone)).when(request(PRICE, null)).refuses("member.not-admitted");
        }
    }

    @Test
    void who_comes_back_under_another_name_is_not_paid_out_to_the_old_one() {
        var back = new MemberApplied(BUYER, "another name", "number", List.of(MemberRole.DEMANDER), TaxpayerType.GENERAL, NOW);
        given(WITH_PAYEE, List.of(back, members().get(1))).when(request(PRICE, MARKET)).refuses("payee.name-differs");
    }

    @Test
    void it_is_ready_or_refused_once_the_account_has_answered() {
        given(ASKED).when(new NoteDebited(PAYOUT, NOW)).then(READY);
        given(ASKED).when(new RefusePayout(PAYOUT, "account.insufficient-funds", NOW))
                .then(new PayoutRefused(PAYOUT, "account.insufficient-funds", NOW));
        given(ON_ITS_WAY).when(new NoteDebited(PAYOUT, NOW)).changesNothing();
        given(WAITING).when(new RefusePayout(PAYOUT, "account.closed", NOW)).changesNothing();
    }

    @Test
    void it_is_sent_once_whatever_became_of_it() {
        var send = new SendPayout(PAYOUT, NOW);
        given().when(send).refuses("not-found");
        given(ASKED).when(send).refuses("payout.wrong-status");
        given(WAITING).when(send).then(SENT);
        given(ON_ITS_WAY).when(send).refuses("payout.wrong-status");
        given(NOBODY_KNOWS).when(send).refuses("outcome.unknown");
        given(PAID).when(send).refuses("payout.wrong-status");
        given(ON_ITS_WAY, List.of(returned(false, NOW))).when(send).refuses("payout.wrong-status");
    }

    @Test
    void an_outcome_is_unknown_only_of_what_was_sent() {
        given(ON_ITS_WAY).when(new ReportUnknownOutcome(PAYOUT, NEXT_DAY)).then(UNKNOWN);
        for (var past : List.of(WAITING, NOBODY_KNOWS, PAID)) {
            given(past).when(new ReportUnknownOutcome(PAYOUT, NOW)).refuses("payout.wrong-status");
        }
    }

    @Test
    void it_is_confirmed_once_after_it_was_sent() {
        given(ON_ITS_WAY).when(confirm(TODAY, NOW)).then(CONFIRMED);
        given(NOBODY_KNOWS).when(confirm(TODAY, NEXT_DAY)).then(CONFIRMED);
        for (var past : List.of(ASKED, WAITING, PAID)) {
            given(past).when(confirm(TODAY, NOW)).refuses("payout.wrong-status");
        }
        given(ON_ITS_WAY, List.of(returned(false, NOW))).when(confirm(TODAY, NOW)).refuses("payout.wrong-status");
    }

    @Test
    void an_outcome_counts_on_its_value_date_and_never_before_the_money_was_on_its_way() {
        var tomorrow = TODAY.plusDays(1);
        given(ON_ITS_WAY).when(confirm(tomorrow, NEXT_DAY)).then(confirmed(tomorrow, ShanghaiTime.startOf(tomorrow)));
        given(ON_ITS_WAY).when(confirm(TODAY, NEXT_DAY)).then(confirmed(TODAY, NOW));
        given(ON_ITS_WAY).when(confirm(TODAY.minusDays(1), NOW)).refuses("payout.value-date-too-early");
        given(ON_ITS_WAY).when(confirm(tomorrow, NOW)).refuses("bank.value-date-in-future");
        given(ON_ITS_WAY).when(giveBack(tomorrow, NOW)).refuses("bank.value-date-in-future");
        given(List.of(REQUESTED, READY, SENT, confirmed(tomorrow, ShanghaiTime.startOf(tomorrow))))
                .when(giveBack(TODAY, NEXT_DAY)).refuses("payout.value-date-too-early");
    }

    @Test
    void an_entry_of_the_bank_counts_once_whichever_way_the_money_went() {
        var claimed = new PaymentClaimed(ENTRY, "supervised", "P-1", new UUID(7, 2), NOW);
        given(ON_ITS_WAY, List.of(claimed)).when(confirm(TODAY, NOW)).refuses("bank.reference-used");
        var receipt = new ReceiptRecorded(new BankReceiptId(ENTRY.value()), "supervised", "P-1", BUYER, PRICE, TODAY, NOW);
        given(ON_ITS_WAY, List.of(receipt)).when(confirm(TODAY, NOW)).refuses("bank.reference-used");
        given(ON_ITS_WAY).when(new ConfirmPayout(PAYOUT, ENTRY, "another", "P-1", TODAY, NOW))
                .refuses("payout.other-bank-account");
    }

    @Test
    void it_comes_back_once_even_after_it_was_confirmed() {
        given(ON_ITS_WAY).when(giveBack(TODAY, NOW)).then(returned(false, NOW));
        given(NOBODY_KNOWS).when(giveBack(TODAY, NEXT_DAY)).then(returned(false, NOW));
        given(PAID).when(giveBack(TODAY, NOW)).then(returned(true, NOW));
        given(PAID, List.of(returned(true, NOW))).when(giveBack(TODAY, NOW)).refuses("payout.wrong-status");
        given(ON_ITS_WAY, List.of(returned(false, NOW))).when(giveBack(TODAY, NOW)).refuses("payout.wrong-status");
        given(WAITING).when(giveBack(TODAY, NOW)).refuses("payout.wrong-status");
    }

    private static RequestPayout request(Money amount, @Nullable ClientId client) {
        return new RequestPayout(PAYOUT, BUYER, amount, "W-1", client, null, "supervised", NOW);
    }

    private static ConfirmPayout confirm(LocalDate valueDate, Instant at) {
        return new ConfirmPayout(PAYOUT, ENTRY, "supervised", "P-1", valueDate, at);
    }

    private static ReturnPayout giveBack(LocalDate valueDate, Instant at) {
        return new ReturnPayout(PAYOUT, valueDate, TEXT, at);
    }

    private static PayoutConfirmed confirmed(LocalDate valueDate, Instant at) {
        return new PayoutConfirmed(PAYOUT, BUYER, PRICE, "supervised", "P-1", valueDate, at);
    }

    private static PayoutReturned returned(boolean afterConfirmation, Instant at) {
        return new PayoutReturned(PAYOUT, BUYER, PRICE, "supervised", afterConfirmation, TODAY, TEXT, at);
    }
}
