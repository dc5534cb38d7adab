package exchange.settlement.projections.journal;

import static exchange.settlement.domain.Money.CNY;
import static exchange.settlement.domain.Money.cny;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exchange.settlement.domain.Money;
import exchange.settlement.domain.journal.LedgerAccount;
import exchange.settlement.domain.listing.Sector;
import exchange.settlement.domain.member.MemberId;
import exchange.settlement.domain.order.OrderCommand;
import exchange.settlement.projections.AsOf;
import exchange.settlement.projections.Market;
import exchange.settlement.projections.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JournalQueriesTest {

    private final Market market = new Market();
    private final TestDatabase database = TestDatabase.empty();
    private final JournalQueries journal = new JournalQueries(database.db);

    @Test
    void the_trade_of_the_api_page_settles_to_the_fen() {
        market.trade();
        database.feed(market.log);

        assertThat(journal.balances(market.buyer, AsOf.NOW)).containsExactly(balance(94_000, 0));
        assertThat(journal.balances(market.provider, AsOf.NOW)).containsExactly(balance(103_350, 0));
        assertThat(sum("exchange/fees")).isEqualTo(2_500);
        assertThat(sum("exchange/vat")).isEqualTo(150);
        assertThat(sum("bank/main")).isEqualTo(-200_000);
    }

    @Test
    void a_member_without_an_account_has_no_balances() {
        database.feed(market.log);

        assertThat(journal.balances(market.buyer, AsOf.NOW)).isEmpty();
    }

    @Test
    void a_balance_as_of_a_position_is_what_was_known_there() {
        market.receipt(market.buyer, 200_000, LocalDate.of(2026, 11, 23));
        long before = market.head();
        var order = market.funded(market.listing(106_000, Sector.FINANCE));
        database.feed(market.log);

        assertThat(journal.balances(market.buyer, AsOf.position(before))).containsExactly(balance(200_000, 0));
        assertThat(journal.balances(market.buyer, AsOf.position(market.head()))).containsExactly(balance(94_000, 0));
        assertThat(journal.balances(market.buyer, AsOf.position(reserved()))).containsExactly(balance(94_000, 106_000));
        assertThat(sum(LedgerAccount.escrow(order.value()).name())).isEqualTo(106_000);
    }

    @Test
    void a_late_receipt_counts_from_its_value_date_on_one_axis_and_from_now_on_the_other() {
        market.at("2026-11-23T03:00:00Z").receipt(market.buyer, 5_000, LocalDate.of(2026, 11, 20));
        database.feed(market.log);
        var startOfValueDate = Instant.parse("2026-11-19T16:00:00Z");

        assertThat(journal.balances(market.buyer, AsOf.effective(startOfValueDate))).containsExactly(balance(5_000, 0));
        assertThat(journal.balances(market.buyer, AsOf.effective(startOfValueDate.minusNanos(1_000)))).isEmpty();
        assertThat(journal.balances(market.buyer, AsOf.known(Instant.parse("2026-11-23T02:59:59Z")))).isEmpty();
        assertThat(journal.balances(market.buyer, AsOf.known(Instant.parse("2026-11-23T03:00:00Z"))))
                .containsExactly(balance(5_000, 0));
    }

    @Test
    void a_statement_runs_from_nothing_to_the_balance_whatever_the_pages() {
        market.trade();
        market.awarded(market.listing(90_000, Sector.COMMERCE), 30_000, 60_000);
        database.feed(market.log);

        var whole = journal.statement(market.buyer, CNY, AsOf.NOW, 0, 500).items();
        var paged = new ArrayList<StatementLine>();
        Long after = 0L;
        while (after != null) {
            var page = journal.statement(market.buyer, CNY, AsOf.NOW, after, 2);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(2);
            paged.addAll(page.items());
            after = page.nextAfter();
        }

        assertThat(paged).isEqualTo(whole);
        assertThat(whole).extracting(StatementLine::eventType).containsExactly("account.credited", "account.funds-reserved",
                "account.reservation-spent", "account.funds-reserved", "account.reservation-spent", "account.credited");
        assertThat(whole).extracting(StatementLine::availableAfter).containsExactly(cny(200_000), cny(94_000), cny(94_000),
                cny(4_000), cny(4_000), cny(64_000));
        assertThat(whole).extracting(StatementLine::reservedAfter).containsExactly(cny(0), cny(106_000), cny(0), cny(90_000),
                cny(0), cny(0));
        assertThat(whole.getFirst().trade()).isNull();
    }

    @Test
    void a_statement_as_of_an_effective_instant_leaves_out_what_counts_later() {
        market.receipt(market.buyer, 100, LocalDate.of(2026, 11, 23));
        market.later(Duration.ofDays(2)).receipt(market.buyer, 30, LocalDate.of(2026, 11, 25));
        database.feed(market.log);

        var lines = journal.statement(market.buyer, CNY, AsOf.effective(Instant.parse("2026-11-24T00:00:00Z")), 0, 10).items();

        assertThat(lines).singleElement().extracting(StatementLine::availableAfter).isEqualTo(cny(100));
    }

    @Test
    void every_entry_of_a_trade_sums_to_zero_and_tells_the_balances_after_it() {
        var order = market.trade();
        database.feed(market.log);

        var entries = journal.ofTrade(order.value());

        assertThat(entries).allSatisfy(entry -> assertThat(
                entry.legs().stream().map(JournalEntry.Leg::amount).reduce(cny(0), Money::plus)).isEqualTo(cny(0)));
        assertThat(entries).extracting(JournalEntry::eventType).containsExactly("account.funds-reserved",
                "account.reservation-spent", "escrow.funded", "escrow.released", "fees.collected", "account.credited");
        assertThat(entries.getLast().legs()).extracting(JournalEntry.Leg::balance).containsExactly(cny(0), cny(103_350));
    }

    @Test
    void the_journal_comes_in_pages_whole_or_by_account() {
        market.trade();
        database.feed(market.log);

        var first = journal.page(null, AsOf.NOW, 0, 3);
        var rest = journal.page(null, AsOf.NOW, first.nextAfter() == null ? 0 : first.nextAfter(), 500);
        var bank = journal.page("bank/main", AsOf.NOW, 0, 500);

        assertThat(first.items()).hasSize(3);
        assertThat(rest.items()).hasSize(5).doesNotContainAnyElementsOf(first.items());
        assertThat(rest.nextAfter()).isNull();
        assertThat(bank.items()).singleElement().satisfies(entry -> assertThat(entry.legs()).hasSize(2));
    }

    @Test
    void a_page_is_neither_empty_nor_endless() {
        for (int limit : List.of(0, -1, 501)) {
            assertThatThrownBy(() -> journal.page(null, AsOf.NOW, 0, limit)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void a_refused_reservation_posts_nothing() {
        var order = market.confirmed(market.listing(106_000, Sector.FINANCE));
        market.send(new OrderCommand.FundOrder(order, Market.MARKETPLACE, market.now()));
        database.feed(market.log);

        assertThat(journal.page(null, AsOf.NOW, 0, 10).items()).isEmpty();
        assertThat(journal.balances(new MemberId(market.id()), AsOf.NOW)).isEmpty();
    }

    private long reserved() {
        return market.log.stream().filter(e -> e.event().getClass().getSimpleName().equals("FundsReserved")).findFirst()
                .orElseThrow().position();
    }

    private long sum(String account) {
        var sum = database.db.queryForObject("select sum(amount) from posting where account = ?", Long.class, account);
        return sum == null ? 0 : sum;
    }

    private static MemberBalance balance(long available, long reserved) {
        return new MemberBalance(CNY, cny(available), cny(reserved), cny(0));
    }
}
