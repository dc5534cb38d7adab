package exchange.settlement.projections.journal;

import exchange.settlement.domain.Money;
import exchange.settlement.domain.journal.LedgerAccount;
import exchange.settlement.domain.member.MemberId;
import exchange.settlement.projections.AsOf;
import exchange.settlement.projections.Conditions;
import exchange.settlement.projections.Page;
import exchange.settlement.projections.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/** Answers from the journal: every figure is a sum of postings, as of any position or instant, on either axis. */
public final class JournalQueries {

    private static final String ENTRIES = """
            select position, account, currency, amount, balance, effective_at, recorded_at, event_type, trade, stream
              from posting
            """;

    private final JdbcOperations db;

    /** Queries. */
    public JournalQueries(JdbcOperations db) {
        this.db = db;
    }

    /** What a member has or had, per currency in the order of their codes; nothing in currencies that it never had. */
    public List<MemberBalance> balances(MemberId member, AsOf asOf) {
        var available = LedgerAccount.available(member).name();
        var reserved = LedgerAccount.reserved(member).name();
        var conditions = new Conditions().and("account = any (string_to_array(?, ' '))", available + " " + reserved);
        // The running totals answer the most frequent question without a sum; they are those very sums.
        var source = asOf.isNow() ? "balance" : "posting";
        asOf.on(conditions);
        var sql = "select currency, coalesce(sum(amount) filter (where account = ?), 0) as available,"
                + " coalesce(sum(amount) filter (where account = ?), 0) as reserved from " + source + conditions.where()
                + " group by currency order by currency";
        var values = new ArrayList<Object>(List.of(available, reserved));
        values.addAll(List.of(conditions.values()));
        return db.query(sql, (row, _) -> {
            var currency = Currency.getInstance(row.getString("currency"));
            return new MemberBalance(currency, new Money(row.getLong("available"), currency),
                    new Money(row.getLong("reserved"), currency), Money.zero(currency));
        }, values.toArray());
    }

    /**
     * The lines of a member's account in one currency, in the order in which they were recorded, with running balances.
     *
     * @param member   whose account
     * @param currency which account
     * @param asOf     which facts count; the running balances are sums of these
     * @param after    begin after this position; 0 from the start
     * @param limit    at most so many lines, at most {@link Page#LIMIT_MAX}
     */
    public Page<StatementLine> statement(MemberId member, Currency currency, AsOf asOf, long after, int limit) {
        Page.checkedLimit(limit);
        var available = LedgerAccount.available(member).name();
        var reserved = LedgerAccount.reserved(member).name();
        var conditions = asOf.on(new Conditions().and("account = any (string_to_array(?, ' '))", available + " " + reserved)
                .and("currency = ?", currency.getCurrencyCode()));
        var sql = """
                select * from (
                    select *, sum(available) over (order by position) as available_after,
                              sum(reserved) over (order by position) as reserved_after
                      from (select position, min(event_type) as event_type, min(trade::text)::uuid as trade,
                                   min(effective_at) as effective_at, min(recorded_at) as recorded_at,
                                   coalesce(sum(amount) filter (where account like '%%/available'), 0) as available,
                                   coalesce(sum(amount) filter (where account like '%%/reserved'), 0) as reserved
                              from posting %s group by position) line) running
                 where position > ? order by position limit ?
                """.formatted(conditions.where());
        var lines = db.query(sql, (row, _) -> line(row, currency), conditions.values(after, limit + 1));
        return Page.of(lines, limit, StatementLine::position);
    }

    /** What the events of a trade posted, in order; whose accounts these are does not matter. */
    public List<JournalEntry> ofTrade(UUID trade) {
        return entries(ENTRIES + " where trade = ? order by position, leg", trade);
    }

    /**
     * A page of the whole journal, or of one account, in order of position.
     *
     * @param account only entries that post to this account, with all their legs; null for all
     * @param asOf    which facts count
     * @param after   begin after this position; 0 from the start
     * @param limit   at most so many entries, at most {@link Page#LIMIT_MAX}
     */
    public Page<JournalEntry> page(@Nullable String account, AsOf asOf, long after, int limit) {
        Page.checkedLimit(limit);
        var conditions = asOf.on(new Conditions().and("account = ?", account).and("position > ?", after));
        var sql = ENTRIES + " where position in (select distinct position from posting" + conditions.where()
                + " order by position limit ?) order by position, leg";
        return Page.of(entries(sql, conditions.values(limit + 1)), limit, JournalEntry::position);
    }

    private List<JournalEntry> entries(String sql, Object... values) {
        var found = new LinkedHashMap<Long, JournalEntry>();
        var legs = new LinkedHashMap<Long, List<JournalEntry.Leg>>();
        db.query(sql, (ResultSet row) -> {
            long position = row.getLong("position");
            var currency = Currency.getInstance(row.getString("currency"));
            legs.computeIfAbsent(position, _ -> new ArrayList<>()).add(new JournalEntry.Leg(row.getString("account"),
                    new Money(row.getLong("amount"), currency), new Money(row.getLong("balance"), currency)));
            if (!found.containsKey(position)) {
                found.put(position, entry(row));
            }
        }, values);
        return found.values().stream().map(e -> new JournalEntry(e.position(), e.eventType(), e.stream(), e.trade(),
                e.effectiveAt(), e.recordedAt(), legs.getOrDefault(e.position(), List.of()))).toList();
    }

    private static JournalEntry entry(ResultSet row) throws SQLException {
        return new JournalEntry(row.getLong("position"), row.getString("event_type"), row.getString("stream"),
                row.getObject("trade", UUID.class), Times.instant(row, "effective_at"), Times.instant(row, "recorded_at"),
                List.of());
    }

    private static StatementLine line(ResultSet row, Currency currency) throws SQLException {
        return new StatementLine(row.getLong("position"), row.getString("event_type"), row.getObject("trade", UUID.class),
                Times.instant(row, "effective_at"), Times.instant(row, "recorded_at"), currency,
                new Money(row.getLong("available"), currency), new Money(row.getLong("reserved"), currency),
                new Money(row.getLong("available_after"), currency), new Money(row.getLong("reserved_after"), currency));
    }
}
