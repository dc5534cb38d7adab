package exchange.settlement.projections.journal;

import exchange.settlement.domain.catalogue.EventCatalogue;
import exchange.settlement.domain.journal.Journal;
import exchange.settlement.domain.journal.Posting;
import exchange.settlement.projections.Projection;
import exchange.settlement.projections.RecordedEvent;
import exchange.settlement.projections.RowBatch;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Writes the postings of every event, each with the balance after it. Rows are only ever added, in order of position, so a sum
 * up to a position never changes.
 */
public final class JournalProjection implements Projection {

    private static final List<String> POSTING = List.of("position bigint", "leg integer", "account text", "currency text",
            "amount bigint", "balance bigint", "effective_at timestamptz", "recorded_at timestamptz", "event_type text",
            "trade uuid", "stream text");
    private static final List<String> BALANCE = List.of("account text", "currency text", "amount bigint", "position bigint");

    private record Account(String name, String currency) {

        static Account of(Posting posting) {
            return new Account(posting.account().name(), posting.amount().currency().getCurrencyCode());
        }
    }

    private record Balance(long amount, long position) {}

    private record Entry(RecordedEvent recorded, List<Posting> postings) {}

    @Override
    public String name() {
        return "journal";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public List<String> tables() {
        return List.of("posting", "balance");
    }

    @Override
    public void apply(List<RecordedEvent> batch, JdbcOperations db) {
        var entries = batch.stream().map(recorded -> new Entry(recorded, Journal.postings(recorded.event())))
                .filter(entry -> !entry.postings.isEmpty()).toList();
        if (entries.isEmpty()) {
            return;
        }
        var before = balances(entries, db);
        var after = new LinkedHashMap<Account, Balance>();
        var rows = new RowBatch("posting", POSTING);
        for (var entry : entries) {
            post(entry, before, after, rows);
        }
        rows.insert(db);
        var balances = new RowBatch("balance", BALANCE);
        after.forEach((account, balance) -> balances.add(account.name, account.currency, balance.amount, balance.position));
        balances.put(db, "account, currency");
    }

    private static void post(Entry entry, Map<Account, Long> before, Map<Account, Balance> after, RowBatch rows) {
        var recorded = entry.recorded;
        var event = recorded.event();
        var type = EventCatalogue.typeOf(event.getClass()).value();
        int leg = 0;
        for (var posting : entry.postings) {
            var account = Account.of(posting);
            var amount = posting.amount().minor();
            var balance = Math.addExact(before.getOrDefault(account, 0L), amount);
            before.put(account, balance);
            after.put(account, new Balance(balance, recorded.position()));
            rows.add(recorded.position(), leg++, account.name, account.currency, amount, balance, event.at(),
                    recorded.recordedAt(), type, event.trade().orElse(null), recorded.stream());
        }
    }

    private static Map<Account, Long> balances(List<Entry> entries, JdbcOperations db) {
        var names = entries.stream().flatMap(entry -> entry.postings.stream()).map(posting -> posting.account().name()).distinct()
                .toArray();
        var found = new HashMap<Account, Long>();
        db.query("select account, currency, amount from balance where account = any (?)",
                statement -> statement.setArray(1, statement.getConnection().createArrayOf("text", names)),
                row -> {
                    found.put(new Account(row.getString("account"), row.getString("currency")), row.getLong("amount"));
                });
        return found;
    }
}
