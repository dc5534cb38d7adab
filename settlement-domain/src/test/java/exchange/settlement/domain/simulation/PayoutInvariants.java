package exchange.settlement.domain.simulation;

import exchange.settlement.domain.Money;
import exchange.settlement.domain.SettlementEvent;
import exchange.settlement.domain.account.AccountEvent.AccountCredited;
import exchange.settlement.domain.account.AccountEvent.PayoutDebited;
import exchange.settlement.domain.account.AccountState;
import exchange.settlement.domain.account.CreditPurpose;
import exchange.settlement.domain.bank.PaymentEntryEvent.PaymentClaimed;
import exchange.settlement.domain.journal.LedgerAccount;
import exchange.settlement.domain.payout.PayoutEvent.PayoutConfirmed;
import exchange.settlement.domain.payout.PayoutEvent.PayoutReturned;
import exchange.settlement.domain.payout.PayoutEvent.PayoutSent;
import exchange.settlement.domain.payout.PayoutId;
import exchange.settlement.domain.payout.PayoutState;
import exchange.settlement.domain.payout.PayoutState.Status;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What holds of payouts once every step has been taken. */
final class PayoutInvariants {

    private final List<SettlementEvent> events;
    private final Mirror mirror;
    private final Books books;

    PayoutInvariants(List<SettlementEvent> events, Mirror mirror, Books books) {
        this.events = events;
        this.mirror = mirror;
        this.books = books;
    }

    void hold() {
        mirror.all(PayoutState.class).forEach(this::paysOnce);
        mirror.all(AccountState.class).forEach(this::accountKnowsItsPayouts);
    }

    private void paysOnce(PayoutState payout) {
        var id = payout.request().id();
        var amount = payout.request().amount();
        var status = payout.status();
        Expect.that(status != Status.REQUESTED, "no payout hangs between", payout);
        Expect.that(books.balance(LedgerAccount.payout(id.value()), amount.currency())
                .equals(payout.underWay() ? amount : Money.zero(amount.currency())),
                "what is being paid out is held until its outcome, and not beyond", payout);
        long debits = count(e -> e instanceof PayoutDebited d && d.payout().equals(id));
        long sent = count(e -> e instanceof PayoutSent s && s.payout().equals(id));
        long paid = count(e -> e instanceof PayoutConfirmed c && c.payout().equals(id));
        long back = count(e -> e instanceof PayoutReturned r && r.payout().equals(id));
        long backAfterPayment = count(e -> e instanceof PayoutReturned r && r.payout().equals(id) && r.afterConfirmation());
        Expect.that(debits == (status == Status.REFUSED ? 0 : 1), "a payout is debited once", payout);
        Expect.that(sent <= 1, "a payout is sent once", payout);
        Expect.that(paid - backAfterPayment == (status == Status.CONFIRMED ? 1 : 0), "a payout pays once net of returns", payout);
        Expect.that(back == (status == Status.RETURNED ? 1 : 0), "a payout comes back once", payout);
        Expect.that(credits(id).equals(status == Status.RETURNED ? List.of(amount) : List.of()),
                "what could not be paid is the member's again, once, in full", payout);
        Expect.that((payout.paid() != null) == (status == Status.CONFIRMED), "nothing reads as paid that is not", payout);
        Expect.that(count(e -> e instanceof PaymentClaimed c && c.payout().equals(id.value())) == paid,
                "each payment has an entry of its own", payout);
    }

    private void accountKnowsItsPayouts(AccountState account) {
        var open = mirror.all(PayoutState.class).stream().filter(PayoutState::underWay).map(PayoutState::request)
                .filter(r -> r.member().equals(account.id().member()) && r.amount().currency().equals(account.id().currency()))
                .map(r -> r.id().value()).toList();
        Expect.that(new TreeSet<>(open).equals(new TreeSet<>(account.payouts())) && open.size() == account.payouts().size(),
                "an account knows which payouts are under way", open + " " + account);
    }

    private List<Money> credits(PayoutId payout) {
        return events.stream()
                .<Money>mapMulti((e, found) -> {
                    if (e instanceof AccountCredited c && c.purpose() == CreditPurpose.PAYOUT_RETURNED
                            && c.source().equals(payout.value())) {
                        found.accept(c.amount());
                    }
                }).toList();
    }

    private long count(Predicate<SettlementEvent> what) {
        return events.stream().filter(what).count();
    }
}
