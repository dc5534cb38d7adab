package exchange.settlement.projections.payout;

import static org.assertj.core.api.Assertions.assertThat;

import exchange.settlement.domain.Money;
import exchange.settlement.domain.payout.PayeeAccountId;
import exchange.settlement.domain.payout.PayeeState;
import exchange.settlement.domain.payout.PayoutId;
import exchange.settlement.domain.payout.PayoutState;
import exchange.settlement.domain.payout.PayoutState.Status;
import exchange.settlement.projections.Market;
import exchange.settlement.projections.TestDatabase;
import exchange.settlement.projections.payout.PayoutDirectory.Filter;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PayoutDirectoryTest {

    private final Market market = new Market();
    private final TestDatabase database = TestDatabase.empty();
    private final PayoutDirectory payouts = new PayoutDirectory(database.db, database.mapper);

    @Test
    void payouts_are_chosen_by_member_and_status_in_the_order_in_which_they_were_asked_for() {
        market.receipt(market.buyer, 100_000, LocalDate.of(2026, 11, 23));
        market.receipt(market.provider, 100_000, LocalDate.of(2026, 11, 23));
        market.payee(market.buyer);
        market.payee(market.provider);
        var paid = market.confirmed(market.sent(market.buyer, 1_000));
        var waiting = market.requested(market.buyer, 2_000);
        var back = market.returned(market.sent(market.provider, 3_000));
        var refused = market.requested(market.provider, 99_000_000);
        database.feed(market.log);

        assertThat(ids(new Filter(null, null))).containsExactly(paid, waiting, back, refused);
        assertThat(ids(new Filter(market.buyer, null))).containsExactly(paid, waiting);
        assertThat(ids(new Filter(null, Status.READY))).containsExactly(waiting);
        assertThat(ids(new Filter(market.provider, Status.REFUSED))).containsExactly(refused);
        assertThat(payouts.page(new Filter(null, Status.CONFIRMED), 0, 10).items().getFirst().state())
                .isEqualTo(market.read(paid, PayoutState::after));
    }

    @Test
    void a_payee_account_is_listed_once_as_it_is_now() {
        var payees = new PayeeDirectory(database.db, database.mapper);
        market.payee(market.buyer);
        market.payee(market.buyer);
        market.payee(market.provider);
        database.feed(market.log);

        var found = payees.page(market.buyer, 0, 10).items();
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().state().number()).isEqualTo(2);
        assertThat(found.getFirst().state())
                .isEqualTo(market.read(new PayeeAccountId(market.buyer, Money.CNY), PayeeState::after));
    }

    private List<PayoutId> ids(Filter filter) {
        return payouts.page(filter, 0, 10).items().stream().map(found -> found.state().request().id()).toList();
    }
}
