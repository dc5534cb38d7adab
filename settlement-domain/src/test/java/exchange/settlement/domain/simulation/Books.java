package exchange.settlement.domain.simulation;

import exchange.settlement.domain.Money;
import exchange.settlement.domain.SettlementEvent;
import exchange.settlement.domain.journal.LedgerAccount;
import exchange.settlement.domain.journal.Posting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** The journal of one history: balances by account and currency, on the recorded axis as they come, on the effective one at the end. */
final class Books {

    private record Entry(Instant at, List<Posting> postings) {}

    private final Function<SettlementEvent, List<Posting>> journal;
    private final List<Entry> entries = new ArrayList<>();
    private final SortedMap<String, Money> balances = new TreeMap<>();

    Books(Function<SettlementEvent, List<Posting>> journal) {
        this.journal = journal;
    }

    /** Posts an event; fails when it does not balance, or when a balance that must not be negative is. */
    void post(SettlementEvent event) {
        var postings = journal.apply(event);
        if (postings.isEmpty()) {
            return;
        }
        entries.add(new Entry(event.at(), postings));
        var sums = new TreeMap<String, Money>();
        postings.forEach(p -> add(sums, p.amount().currency().getCurrencyCode(), p.amount()));
        Expect.that(sums.values().stream().allMatch(Money::isZero), "postings sum to zero", event);
        postings.forEach(p -> add(balances, key(p.account(), p.amount().currency()), p.amount()));
        postings.forEach(p -> Expect.that(!mustNotBeNegative(p) || !balance(p).isNegative(),
                "no balance is negative as recorded", p + " of " + event));
    }

    Money balance(LedgerAccount account, Currency currency) {
        return balances.getOrDefault(key(account, currency), Money.zero(currency));
    }

    /** Everything together is nothing, so what the bank holds is what all others are owed. */
    void balanceOut() {
        var sums = new TreeMap<String, Money>();
        balances.values().forEach(b -> add(sums, b.currency().getCurrencyCode(), b));
        Expect.that(sums.values().stream().allMatch(Money::isZero), "bank equals all other accounts together", sums);
    }

    /** At rest nothing is on its way. */
    void nothingInClearing() {
        balances.forEach((account, balance) -> Expect.that(!account.startsWith("clearing/") || balance.isZero(),
                "clearing is zero at rest", account + " = " + balance));
    }

    /** Balances by effective time; what counts from one instant counts together. */
    void neverNegativeByEffectiveTime() {
        var running = new TreeMap<String, Money>();
        var inTime = entries.stream().sorted(Comparator.comparing(Entry::at)).toList();
        for (int i = 0; i < inTime.size(); i++) {
            inTime.get(i).postings().stream().filter(Books::mustNotBeNegative)
                    .forEach(p -> add(running, key(p.account(), p.amount().currency()), p.amount()));
            if (i + 1 == inTime.size() || !inTime.get(i + 1).at().equals(inTime.get(i).at())) {
                Expect.that(running.values().stream().noneMatch(Money::isNegative),
                        "no balance is negative at its effective time",
                        inTime.get(i).at() + " " + running);
            }
        }
    }

    private Money balance(Posting posting) {
        return balance(posting.account(), posting.amount().currency());
    }

    private static boolean mustNotBeNegative(Posting posting) {
        var name = posting.account().name();
        return name.startsWith("member/") || name.startsWith("escrow/") || name.startsWith("payout/");
    }

    private static String key(LedgerAccount account, Currency currency) {
        return account.name() + " " + currency.getCurrencyCode();
    }

    private static void add(SortedMap<String, Money> sums, String key, Money amount) {
        sums.merge(key, amount, Money::plus);
    }
}
