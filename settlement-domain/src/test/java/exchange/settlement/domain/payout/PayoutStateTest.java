package exchange.settlement.domain.payout;

import static exchange.settlement.domain.Samples.BUYER;
import static exchange.settlement.domain.Samples.NOW;
import static exchange.settlement.domain.Samples.PAYOUT;
import static exchange.settlement.domain.Samples.PRICE;
import static exchange.settlement.domain.Samples.TEXT;
import static exchange.settlement.domain.Samples.payoutRequested;
import static org.assertj.core.api.Assertions.assertThat;

import exchange.settlement.domain.payout.PayoutEvent.PayoutConfirmed;
import exchange.settlement.domain.payout.PayoutEvent.PayoutReady;
import exchange.settlement.domain.payout.PayoutEvent.PayoutReturned;
import exchange.settlement.domain.payout.PayoutEvent.PayoutSent;
import exchange.settlement.domain.payout.PayoutState.Status;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PayoutStateTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    void nothing_reads_as_paid_once_the_money_came_back() {
        var paid = after(new PayoutReady(PAYOUT, PRICE, NOW), new PayoutSent(PAYOUT, NOW),
                new PayoutConfirmed(PAYOUT, BUYER, PRICE, "supervised", "P-1", TODAY, NOW));
        assertThat(paid.status()).isEqualTo(Status.CONFIRMED);
        assertThat(paid.paid()).isEqualTo(new PayoutState.Paid("P-1", TODAY));
        assertThat(paid.underWay()).isFalse();

        var back = PayoutState.after(paid, new PayoutReturned(PAYOUT, BUYER, PRICE, "supervised", true, TODAY, TEXT, NOW));
        assertThat(back.status()).isEqualTo(Status.RETURNED);
        assertThat(back.paid()).isNull();
        assertThat(back.back()).isEqualTo(new PayoutState.Back(true, TODAY, TEXT));
    }

    @Test
    void the_bank_reference_is_the_whole_id_so_no_two_payouts_share_it() {
        assertThat(new PayoutId(UUID.fromString("0b7e1c1e-5a34-4b0e-9b61-6a5d3c0f4a11")).bankReference())
                .isEqualTo("PO0b7e1c1e5a344b0e9b616a5d3c0f4a11").hasSizeLessThanOrEqualTo(35);
    }

    private static PayoutState after(PayoutEvent... events) {
        var state = PayoutState.after(null, payoutRequested());
        for (var event : events) {
            state = PayoutState.after(state, event);
        }
        return state;
    }
}
