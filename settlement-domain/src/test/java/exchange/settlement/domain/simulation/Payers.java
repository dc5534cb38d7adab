package exchange.settlement.domain.simulation;

import exchange.settlement.domain.ClientId;
import exchange.settlement.domain.Money;
import exchange.settlement.domain.ShanghaiTime;
import exchange.settlement.domain.account.AccountState;
import exchange.settlement.domain.bank.PaymentEntryId;
import exchange.settlement.domain.member.MemberCommand.ExitMember;
import exchange.settlement.domain.payout.BankDetails;
import exchange.settlement.domain.payout.PayeeAccountId;
import exchange.settlement.domain.payout.PayeeCommand.SetPayeeAccount;
import exchange.settlement.domain.payout.PayoutCommand.ConfirmPayout;
import exchange.settlement.domain.payout.PayoutCommand.ReportUnknownOutcome;
import exchange.settlement.domain.payout.PayoutCommand.RequestPayout;
import exchange.settlement.domain.payout.PayoutCommand.ReturnPayout;
import exchange.settlement.domain.payout.PayoutCommand.SendPayout;
import exchange.settlement.domain.payout.PayoutId;
import exchange.settlement.domain.payout.PayoutState;
import exchange.settlement.domain.proposal.ProposedAction;
import exchange.settlement.domain.simulation.World.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/** Those who want their money, and the bank that pays it: sends, confirms, returns, does not know; twice, late and too early. */
final class Payers {

    private static final String BANK_ACCOUNT = "supervised";

    private final Market market;
    private int entries;

    Payers(Market market) {
        this.market = market;
    }

    /** Some know where their money is to go from the start. */
    void open() {
        World.ALL.forEach(person -> setPayee(person, Money.CNY));
    }

    /** Something happens about a payout. */
    void act() {
        int drawn = market.history().random().nextInt(14);
        if (drawn < 4) {
            request();
        } else if (drawn == 4) {
            changePayee();
        } else if (drawn < 12) {
            bankActs();
        } else {
            anything();
        }
    }

    private void request() {
        var rich = market.history().mirror().all(AccountState.class).stream().filter(a -> a.available().isPositive()).toList();
        if (rich.isEmpty() || market.oneIn(8)) {
            ask(market.pick(World.ALL), new Money(market.history().random().nextInt(5_000), market.pick(World.CURRENCIES)));
            return;
        }
        var account = market.pick(rich);
        var person = World.ALL.stream().filter(p -> p.id().equals(account.id().member())).findFirst().orElseThrow();
        long available = account.available().minor();
        long amount = market.oneIn(3) ? available : 1 + market.history().random().nextLong(available + available / 10 + 1);
        if (market.oneIn(8)) {
            market.history().interruptNextDecision(() -> market.send(new ExitMember(person.id(), null, now())));
        }
        ask(person, new Money(amount, account.id().currency()));
    }

    private void ask(Person person, Money amount) {
        boolean operator = market.oneIn(4);
        ClientId client = operator ? null : market.oneIn(12) ? World.STRANGER : World.MARKET;
        market.send(new RequestPayout(new PayoutId(market.newId()), person.id(), amount, "W", client,
                operator ? market.text() : null, BANK_ACCOUNT, now()));
    }

    private void changePayee() {
        var person = market.pick(World.ALL);
        var currency = market.pick(World.CURRENCIES);
        if (market.oneIn(2)) {
            setPayee(person, currency);
        } else {
            market.send(market.pairs().ask(
                    new ProposedAction.SetPayeeAccount(new PayeeAccountId(person.id(), currency), details(person))));
        }
    }

    private void setPayee(Person person, Currency currency) {
        market.send(new SetPayeeAccount(new PayeeAccountId(person.id(), currency), details(person), market.text(), now()));
    }

    private BankDetails details(Person person) {
        return new BankDetails("102100099996", market.text(), "4321", market.oneIn(12) ? "somebody else" : person.name());
    }

    /** What the bank would do next. */
    private void bankActs() {
        var open = payouts().stream().filter(PayoutState::underWay).toList();
        if (open.isEmpty()) {
            request();
            return;
        }
        var payout = market.pick(open);
        var id = payout.request().id();
        switch (payout.status()) {
            case READY -> market.send(new SendPayout(id, now()));
            case SENT -> {
                switch (market.history().random().nextInt(4)) {
                    case 0 -> market.send(new ReportUnknownOutcome(id, now()));
                    case 1 -> giveBack(id);
                    default -> confirm(id);
                }
            }
            default -> {
                switch (market.history().random().nextInt(4)) {
                    case 0 -> market.send(new SendPayout(id, now()));
                    case 1 -> giveBack(id);
                    default -> confirm(id);
                }
            }
        }
    }

    /** Anything about any payout, whatever its status; now and then twice at the same moment. */
    private void anything() {
        var all = payouts();
        if (all.isEmpty()) {
            return;
        }
        var id = market.pick(all).request().id();
        switch (market.history().random().nextInt(6)) {
            case 0 -> market.send(new SendPayout(id, now()));
            case 1 -> market.send(new ReportUnknownOutcome(id, now()));
            case 2 -> confirm(id);
            case 3 -> {
                market.history().interruptNextDecision(() -> giveBack(id));
                confirm(id);
            }
            default -> giveBack(id);
        }
    }

    private void confirm(PayoutId payout) {
        var reference = "P-" + (market.oneIn(10) ? market.history().random().nextInt(entries + 1) : ++entries);
        // Now and then the entry is one that came in.
        var entry = market.oneIn(15) ? "R-1" : reference;
        market.send(new ConfirmPayout(payout, new PaymentEntryId(World.uuid("receipt", entry)),
                market.oneIn(30) ? "another" : BANK_ACCOUNT, entry, valueDate(), now()));
    }

    private void giveBack(PayoutId payout) {
        market.send(new ReturnPayout(payout, valueDate(), market.text(), now()));
    }

    private LocalDate valueDate() {
        var today = ShanghaiTime.dateOf(now());
        return market.oneIn(12) ? today.plusDays(1) : today.minusDays(market.oneIn(4) ? market.history().random().nextInt(4) : 0);
    }

    private List<PayoutState> payouts() {
        return market.history().mirror().all(PayoutState.class);
    }

    private Instant now() {
        return market.history().now();
    }
}
