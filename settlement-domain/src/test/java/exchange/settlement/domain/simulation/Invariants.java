package exchange.settlement.domain.simulation;

import exchange.settlement.domain.Money;
import exchange.settlement.domain.SettlementEvent;
import exchange.settlement.domain.account.AccountEvent.AccountCredited;
import exchange.settlement.domain.account.AccountState;
import exchange.settlement.domain.account.CreditPurpose;
import exchange.settlement.domain.account.FeeEvent.FeeCollected;
import exchange.settlement.domain.bank.BankReceiptEvent.ReceiptRecorded;
import exchange.settlement.domain.bank.BankReceiptState;
import exchange.settlement.domain.escrow.EscrowId;
import exchange.settlement.domain.escrow.EscrowState;
import exchange.settlement.domain.filing.TradeFilingEvent.TradeFiled;
import exchange.settlement.domain.journal.Journal;
import exchange.settlement.domain.journal.LedgerAccount;
import exchange.settlement.domain.member.MemberEvent.ExitRefused;
import exchange.settlement.domain.member.MemberEvent.MemberExited;
import exchange.settlement.domain.member.MemberId;
import exchange.settlement.domain.member.MemberState;
import exchange.settlement.domain.order.OrderEvent.OrderAccepted;
import exchange.settlement.domain.order.OrderEvent.OrderAwarded;
import exchange.settlement.domain.order.OrderEvent.OrderSettled;
import exchange.settlement.domain.order.OrderState;
import exchange.settlement.domain.order.OrderState.Ended;
import exchange.settlement.domain.order.OrderState.Funding;
import exchange.settlement.domain.order.OrderState.Settling;
import exchange.settlement.domain.order.OrderStatus;
import exchange.settlement.domain.payout.PayoutEvent.PayoutReturned;
import exchange.settlement.domain.proposal.ProposalState;
import exchange.settlement.domain.proposal.ProposedAction;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What holds once every step has been taken, whatever was retried, repeated, reordered or lost on the way. */
final class Invariants {

    private static final Set<OrderStatus> UNPAID = Set.of(OrderStatus.REJECTED, OrderStatus.CANCELLED, OrderStatus.EXPIRED);

    private final List<SettlementEvent> events;
    private final Mirror mirror;
    private final Books books;

    Invariants(List<SettlementEvent> events, Mirror mirror, Books books) {
        this.events = events;
        this.mirror = mirror;
        this.books = books;
    }

    void hold() {
        books.balanceOut();
        books.nothingInClearing();
        books.neverNegativeByEffectiveTime();
        mirror.all(EscrowState.class).forEach(this::escrowAddsUp);
        mirror.all(AccountState.class).forEach(this::accountIsWhatTheBooksSay);
        mirror.all(BankReceiptState.class).forEach(this::receiptArrivedOnce);
        mirror.all(OrderState.class).forEach(this::orderIsDoneOrWaits);
        mirror.all(ProposalState.class).forEach(p -> Expect.that(p.status() != ProposalState.Status.APPROVED,
                "what two people agreed on is carried out or lapses", p));
        new PayoutInvariants(events, mirror, books).hold();
        executedOnce();
        mirror.all(TradeFiled.class).forEach(filed -> Expect.that(Journal.postings(filed).isEmpty(),
                "no money of a filed trade passes through", filed));
        mirror.all(MemberState.class).forEach(m -> Expect.that(!m.leaving(),
                "no exit hangs", m));
    }

    /** An order is awarded once, whether on a proposal or not; and each proposal that was executed has its award. */
    private void executedOnce() {
        var awarded = events.stream().filter(OrderAwarded.class::isInstance).map(e -> (Object) ((OrderAwarded) e).order())
                .toList();
        Expect.that(awarded.size() == Set.copyOf(awarded).size(), "an order is awarded once", awarded);
        mirror.all(ProposalState.class).stream().filter(p -> p.status() == ProposalState.Status.EXECUTED)
                .map(ProposalState::action).forEach(action -> Expect.that(!(action instanceof ProposedAction.Award award)
                        || awarded.contains(award.order()), "an executed proposal had its effect", action));
    }

    /** Holds when the steps of each stream came in order: what the member hears of its accounts is then true. */
    void leaversHaveLeft() {
        mirror.all(AccountState.class).forEach(
                a -> Expect.that(a.open() || a.openOrders() == 0, "an account with running orders is open", a));
        var gone = mirror.all(MemberState.class).stream().filter(m -> m.status() == MemberState.Status.EXITED).toList();
        for (var member : gone) {
            mirror.all(AccountState.class).stream().filter(a -> a.id().member().equals(member.id()))
                    .forEach(a -> Expect.that(
                            !a.open() && a.available().isZero() && a.reserved().isZero() && a.openOrders() == 0
                                    && a.payouts().isEmpty(),
                            "who has left holds nothing and trades nothing", a));
        }
    }

    /**
     * Holds when the exits also awaited what began before them: nobody is told that it has left and then that it has not, unless
     * its money comes back from its bank.
     */
    void nobodyIsBroughtBack() {
        for (int n = 0; n < events.size(); n++) {
            if (events.get(n) instanceof MemberExited exited) {
                var next = events.subList(n + 1, events.size()).stream().filter(e -> e.aggregate().equals(exited.member()))
                        .findFirst().orElse(null);
                Expect.that(!(next instanceof ExitRefused) || moneyCame(exited.member(), n, next), "who has left stays away",
                        next == null ? exited : next);
            }
        }
    }

    /** Only a payment that the other bank sends back after it was confirmed brings money to somebody who is gone. */
    private boolean moneyCame(MemberId member, int exited, SettlementEvent broughtBack) {
        return events.subList(exited, events.indexOf(broughtBack)).stream().anyMatch(
                e -> e instanceof PayoutReturned p && p.member().equals(member) && p.afterConfirmation());
    }

    private void escrowAddsUp(EscrowState escrow) {
        var held = books.balance(LedgerAccount.escrow(escrow.order().value()), escrow.parties().currency());
        Expect.that(escrow.funded().equals(escrow.released().plus(escrow.refunded()).plus(escrow.held())),
                "escrow funded = released + refunded + held", escrow);
        Expect.that(!escrow.held().isNegative() && !escrow.released().isNegative() && !escrow.refunded().isNegative(),
                "nothing of an escrow is negative", escrow);
        Expect.that(held.equals(escrow.held()), "an escrow holds what the books say", held + " " + escrow);
    }

    private void accountIsWhatTheBooksSay(AccountState account) {
        var member = account.id().member();
        var currency = account.id().currency();
        Expect.that(account.available().equals(books.balance(LedgerAccount.available(member), currency))
                && account.reserved().equals(books.balance(LedgerAccount.reserved(member), currency)),
                "an account holds what the books say", account);
        var running = mirror.all(OrderState.class).stream().filter(o -> !(o instanceof Ended))
                .map(o -> o.contract().parties()).filter(p -> p.currency().equals(currency))
                .filter(p -> p.buyer().equals(member) || p.provider().equals(member)).count();
        Expect.that(account.openOrders() == running, "an account knows how many orders run", running + " " + account);
    }

    private void receiptArrivedOnce(BankReceiptState receipt) {
        Expect.that(events.stream().filter(e -> e instanceof ReceiptRecorded r && r.receipt().equals(receipt.id())).count() == 1,
                "an entry counts once", receipt);
        Expect.that(credits(CreditPurpose.RECEIPT, receipt.id().value()).equals(List.of(receipt.amount())),
                "a receipt is credited once, in full", receipt);
    }

    private void orderIsDoneOrWaits(OrderState order) {
        var id = order.contract().order().value();
        Expect.that(!(order instanceof Funding) && !(order instanceof Settling), "no order hangs between", order);
        Expect.that(events.stream().filter(e -> e instanceof OrderSettled s && s.order().value().equals(id)).count() <= 1,
                "an order settles at most once", order);
        var payouts = credits(CreditPurpose.PAYOUT, id);
        var refunds = credits(CreditPurpose.REFUND, id);
        var fees = fees(id);
        if (order instanceof Ended ended && !UNPAID.contains(ended.status())) {
            paidAsAgreed(ended, payouts, refunds, fees);
        } else {
            Expect.that(payouts.isEmpty() && refunds.isEmpty() && fees.isEmpty(), "nobody is paid before its time", order);
        }
        var escrow = mirror.of(EscrowId.of(order.contract().order()), EscrowState.class);
        Expect.that(!(order instanceof Ended) || escrow.stream().allMatch(e -> e.status() == EscrowState.Status.CLOSED),
                "the escrow of an order at rest is closed", order);
    }

    private void paidAsAgreed(Ended order, List<Money> payouts, List<Money> refunds, List<Money> fees) {
        var settled = order.settled();
        var gross = order.contract().gross();
        Expect.that((order.status() == OrderStatus.SETTLED) == (settled != null), "only a settled order has settled", order);
        var nothing = Money.zero(gross.currency());
        var released = settled == null ? nothing : settled.gross();
        var agreed = order.contract().terms().part(nothing, released);
        Expect.that(settled == null || wasDecidedForTheProvider(order), "only what was accepted or awarded settles", order);
        Expect.that(released.plus(order.refunded()).equals(gross), "settled and refunded are the price", order);
        Expect.that(settled == null || settled.equals(agreed), "it settles by its terms", order);
        Expect.that(payouts.equals(paid(agreed.payout())), "the provider is paid exactly once", payouts + " " + order);
        Expect.that(fees.equals(paid(agreed.fee())), "the exchange is paid exactly once", fees + " " + order);
        Expect.that(refunds.equals(paid(order.refunded())), "the buyer is paid back exactly once", refunds + " " + order);
    }

    private boolean wasDecidedForTheProvider(Ended order) {
        return events.stream().anyMatch(e -> (e instanceof OrderAccepted || e instanceof OrderAwarded)
                && e.aggregate().equals(order.contract().order()));
    }

    private static List<Money> paid(Money amount) {
        return amount.isZero() ? List.of() : List.of(amount);
    }

    private List<Money> credits(CreditPurpose purpose, UUID source) {
        return events.stream()
                .<Money>mapMulti((e, found) -> {
                    if (e instanceof AccountCredited c && c.purpose() == purpose && c.source().equals(source)) {
                        found.accept(c.amount());
                    }
                }).toList();
    }

    private List<Money> fees(UUID order) {
        return events.stream()
                .<Money>mapMulti((e, found) -> {
                    if (e instanceof FeeCollected c && c.order().value().equals(order)) {
                        found.accept(c.fee());
                    }
                }).toList();
    }
}
