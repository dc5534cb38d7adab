package exchange.settlement.projections.operations;

import static org.assertj.core.api.Assertions.assertThat;

import exchange.settlement.domain.listing.Sector;
import exchange.settlement.projections.Market;
import exchange.settlement.projections.TestDatabase;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvariantsTest {

    private final Market market = new Market();
    private final TestDatabase database = TestDatabase.empty();
    private final Invariants invariants = new Invariants(database.db, database.snapshot);

    @Test
    void a_market_at_work_keeps_every_invariant() {
        fill();

        var report = invariants.check();

        assertThat(report.checks()).hasSize(13).allSatisfy(check -> assertThat(check.holds()).as("%s", check).isTrue());
        assertThat(report.holds()).isTrue();
        assertThat(report.position()).isEqualTo(market.head());
    }

    @Test
    void an_empty_market_keeps_them_too() {
        assertThat(invariants.check().holds()).isTrue();
    }

    @Test
    void at_every_position_of_the_log_the_invariants_hold() {
        fill();
        var step = TestDatabase.empty();
        var stepwise = new Invariants(step.db, step.snapshot);

        for (int to = 10; to <= market.log.size(); to += 3) {
            step.feed(market.log.subList(0, to));
            assertThat(stepwise.check()).as("after %s events", to).satisfies(report -> assertThat(report.holds()).isTrue());
        }
    }

    @Test
    void views_that_are_further_on_are_compared_where_all_have_been() {
        fill();
        var uneven = TestDatabase.empty();
        for (var projection : uneven.projections()) {
            int to = projection.name().equals("journal") ? 30 : market.log.size();
            uneven.feed(projection, market.log.subList(0, to), 500);
        }

        var report = new Invariants(uneven.db, uneven.snapshot).check();

        assertThat(report.position()).isEqualTo(30);
        assertThat(report.checks()).allSatisfy(check -> assertThat(check.holds()).as("%s", check).isTrue());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            every entry sums to zero per currency | update posting set amount = amount + 1 where leg = 0 and position = (select min(position) from posting)
            the bank equals all other accounts together | update posting set amount = amount + 1 where account like 'bank/%'
            escrow funded is released, refunded and held | update escrow_directory set released = released + 1
            no escrow is ever negative | update posting set balance = -1 where account like 'escrow/%' and amount < 0
            no member balance is ever negative as recorded | update posting set amount = amount * 9 where event_type = 'account.funds-reserved'
            no member balance is ever negative as effective | update posting set effective_at = effective_at + interval '1 day' where event_type = 'account.credited' and trade is null
            an order comes to rest at most once | update trade_event set event_type = 'order.settled' where event_type = 'order.accepted'
            each payee is paid exactly once | update posting set event_type = 'account.credited' where event_type = 'account.funds-reserved'
            each payee is paid exactly once | delete from posting where event_type = 'fees.collected'
            clearing is zero for every order at rest | update posting set amount = amount + 1 where account like 'clearing/%' and trade is not null and event_type = 'escrow.funded'
            clearing is zero for every receipt that was credited | update posting set amount = amount + 1 where account like 'clearing/%' and event_type = 'bank.receipt-recorded'
            a payout is held from its debit to its outcome | update payout_directory set status = 'CONFIRMED' where status = 'SENT'
            a payout is held from its debit to its outcome | update posting set amount = amount + 1 where account like 'payout/%' and event_type = 'payout.ready'
            a payout pays at most once net of returns | update payout_directory set status = 'RETURNED' where status = 'CONFIRMED'
            a payout pays at most once net of returns | update posting set account = 'bank/main' where event_type = 'payout.ready' and leg = 0
            running balances are the sums of the postings | update balance set amount = amount + 1
            """)
    void what_breaks_an_invariant_is_found(String invariant, String harm) {
        fill();

        assertThat(database.db.update(harm)).isPositive();
        var report = invariants.check();

        assertThat(report.holds()).isFalse();
        assertThat(report.checks()).filteredOn(check -> !check.holds()).extracting(InvariantReport.Check::name)
                .contains(invariant);
        assertThat(report.checks()).filteredOn(check -> !check.holds()).extracting(InvariantReport.Check::detail)
                .allSatisfy(detail -> assertThat(detail).startsWith("broken by "));
    }

    /** One of each outcome, and one whose outcome is open. */
    private void payouts() {
        market.payee(market.buyer);
        market.confirmed(market.sent(market.buyer, 1_000));
        market.returned(market.sent(market.buyer, 2_000));
        market.returned(market.confirmed(market.sent(market.buyer, 3_000)));
        market.sent(market.buyer, 4_000);
        market.requested(market.buyer, 5_000);
        market.requested(market.buyer, 99_000_000);
    }

    private void fill() {
        market.trade();
        market.receipt(market.buyer, 1_000_000, LocalDate.of(2026, 11, 23));
        var listing = market.listing(99_999, Sector.MANUFACTURING);
        market.awarded(listing, 33_333, 66_666);
        market.awarded(listing, 99_999, 0);
        market.awarded(listing, 0, 99_999);
        market.refunded(listing);
        market.funded(listing);
        market.settled(market.listing(0, Sector.COMMERCE));
        payouts();
        database.feed(market.log);
    }
}
