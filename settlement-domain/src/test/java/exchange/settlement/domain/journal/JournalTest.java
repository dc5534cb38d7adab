package exchange.settlement.domain.journal;

import static exchange.settlement.domain.Samples.ACCOUNT;
import static exchange.settlement.domain.Samples.BUYER;
import static exchange.settlement.domain.Samples.NOTHING;
import static exchange.settlement.domain.Samples.NOW;
import static exchange.settlement.domain.Samples.ORDER;
import static exchange.settlement.domain.Samples.PARTIES;
import static exchange.settlement.domain.Samples.PAYOUT;
import static exchange.settlement.domain.Samples.PRICE;
import static exchange.settlement.domain.Samples.terms;
import static org.assertj.core.api.Assertions.assertThat;

import exchange.settlement.domain.Money;
import exchange.settlement.domain.SettlementEvent;
import exchange.settlement.domain.Specimen;
import exchange.settlement.domain.account.AccountEvent;
import exchange.settlement.domain.account.AccountEvent.AccountCredited;
import exchange.settlement.domain.account.AccountEvent.FundsReserved;
import exchange.settlement.domain.account.AccountEvent.PayoutDebited;
import exchange.settlement.domain.account.AccountEvent.ReservationReturned;
import exchange.settlement.domain.account.AccountEvent.ReservationSpent;
import exchange.settlement.domain.account.CreditPurpose;
import exchange.settlement.domain.account.FeeEvent;
import exchange.settlement.domain.account.FeeEvent.FeeCollected;
import exchange.settlement.domain.bank.BankReceiptEvent;
import exchange.settlement.domain.bank.BankReceiptEvent.ReceiptRecorded;
import exchange.settlement.domain.bank.BankReceiptId;
import exchange.settlement.domain.catalogue.EventCatalogue;
import exchange.settlement.domain.escrow.EscrowEvent;
import exchange.settlement.domain.escrow.EscrowEvent.EscrowFunded;
import exchange.settlement.domain.escrow.EscrowEvent.EscrowRefunded;
import exchange.settlement.domain.escrow.EscrowEvent.EscrowReleased;
import exchange.settlement.domain.payout.PayoutEvent;
import exchange.settlement.domain.payout.PayoutEvent.PayoutConfirmed;
import exchange.settlement.domain.payout.PayoutEvent.PayoutReady;
import exchange.settlement.domain.payout.PayoutEvent.PayoutReturned;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JournalTest {

    private static final UUID RECEIPT = new UUID(5, 1);
    private static final String CLEARING = "clearing/" + ORDER.value();
    private static final String ESCROW = "escrow/" + ORDER.value();
    private static final String AVAILABLE = "member/" + BUYER.value() + "/available";
    private static final String RESERVED = "member/" + BUYER.value() + "/reserved";

    @Test
    void every_leg_is_posted_by_exactly_one_event() {
        posts(new ReceiptRecorded(new BankReceiptId(RECEIPT), "supervised", "R-1", BUYER, PRICE, LocalDate.of(2026, 11, 23), NOW),
                leg("bank/supervised", -106_000), leg("clearing/" + RECEIPT, 106_000));
        posts(new AccountCredited(ACCOUNT, CreditPurpose.RECEIPT, RECEIPT, PRICE, NOW), leg("clearing/" + RECEIPT, -106_000),
                leg(AVAILABLE, 106_000));
        posts(new FundsReserved(ACCOUNT, ORDER, PRICE, NOW), leg(AVAILABLE, -106_000), leg(RESERVED, 106_000));
        posts(new ReservationReturned(ACCOUNT, ORDER, PRICE, NOW), leg(RESERVED, -106_000), leg(AVAILABLE, 106_000));
        posts(new ReservationSpent(ACCOUNT, ORDER, PRICE, NOW), leg(RESERVED, -106_000), leg(CLEARING, 106_000));
        posts(new EscrowFunded(ORDER, PRICE, NOW), leg(CLEARING, -106_000), leg(ESCROW, 106_000));
        posts(new EscrowReleased(ORDER, PARTIES, terms(PRICE).whole(), NOW), leg(ESCROW, -106_000), leg(CLEARING, 106_000));
        posts(new EscrowRefunded(ORDER, PARTIES, PRICE, NOW), leg(ESCROW, -106_000), leg(CLEARING, 106_000));
        posts(new FeeCollected(ORDER, Money.cny(2_650), Money.cny(150), NOW), leg(CLEARING, -2_650),
                leg("exchange/fees", 2_500), leg("exchange/vat", 150));
    }

    @Test
    void a_payout_is_held_from_request_to_outcome_and_comes_back_from_wherever_it_was() {
        var payout = "payout/" + PAYOUT.value();
        var clearing = "clearing/" + PAYOUT.value();
        var today = LocalDate.of(2026, 11, 23);
        posts(new PayoutDebited(ACCOUNT, PAYOUT, PRICE, NOW), leg(AVAILABLE, -106_000), leg(clearing, 106_000));
        posts(new PayoutReady(PAYOUT, PRICE, NOW), leg(clearing, -106_000), leg(payout, 106_000));
        posts(new PayoutConfirmed(PAYOUT, BUYER, PRICE, "supervised", "P-1", today, NOW), leg(payout, -106_000),
                leg("bank/supervised", 106_000));
        posts(new PayoutReturned(PAYOUT, BUYER, PRICE, "supervised", false, today, null, NOW), leg(payout, -106_000),
                leg(clearing, 106_000));
        posts(new PayoutReturned(PAYOUT, BUYER, PRICE, "supervised", true, today, null, NOW), leg("bank/supervised", -106_000),
                leg(clearing, 106_000));
        posts(new AccountCredited(ACCOUNT, CreditPurpose.PAYOUT_RETURNED, PAYOUT.value(), PRICE, NOW), leg(clearing, -106_000),
                leg(AVAILABLE, 106_000));
    }

    @Test
    void every_event_that_can_be_in_the_log_balances_and_posts_only_what_its_aggregate_owns() {
        for (var type : EventCatalogue.all().values()) {
            var event = (SettlementEvent) Specimen.of(type);
            var postings = Journal.postings(event);
            assertThat(postings.stream().map(Posting::amount).reduce(NOTHING, Money::plus)).as("%s", event).isEqualTo(NOTHING);
            assertThat(postings).as("%s", event).allSatisfy(p -> assertThat(p.account().name()).matches(owned(event)));
        }
    }

    @Test
    void exactly_these_events_move_money() {
        var moving = EventCatalogue.all().entrySet().stream()
                .filter(e -> !Journal.postings((SettlementEvent) Specimen.of(e.getValue())).isEmpty()).map(e -> e.getKey());
        assertThat(moving).containsExactlyInAnyOrder("bank.receipt-recorded", "account.credited", "account.funds-reserved",
                "account.reservation-returned", "account.reservation-spent", "escrow.funded", "escrow.released",
                "escrow.refunded", "fees.collected", "account.payout-debited", "payout.ready", "payout.confirmed",
                "payout.returned");
    }

    private static String owned(SettlementEvent event) {
        return switch (event) {
            case AccountEvent _ -> "clearing/.*|member/.*/(available|reserved)";
            case EscrowEvent _ -> "clearing/.*|escrow/.*";
            case FeeEvent _ -> "clearing/.*|exchange/(fees|vat)";
            case BankReceiptEvent _ -> "clearing/.*|bank/.*";
            case PayoutEvent _ -> "clearing/.*|payout/.*|bank/.*";
            default -> "none";
        };
    }

    private static void posts(SettlementEvent event, Posting... postings) {
        assertThat(Journal.postings(event)).containsExactly(postings);
    }

    private static Posting leg(String account, long fen) {
        return new Posting(new LedgerAccount(account), Money.cny(fen));
    }
}
