package exchange.settlement.domain.simulation;

import exchange.settlement.domain.Command;
import exchange.settlement.domain.Money;
import exchange.settlement.domain.ShanghaiTime;
import exchange.settlement.domain.TextId;
import exchange.settlement.domain.account.AccountCommand.ReturnReservation;
import exchange.settlement.domain.account.AccountId;
import exchange.settlement.domain.account.AccountState;
import exchange.settlement.domain.bank.BankReceiptCommand.RecordReceipt;
import exchange.settlement.domain.bank.BankReceiptId;
import exchange.settlement.domain.order.OrderCommand.ExpireOrder;
import exchange.settlement.domain.order.OrderId;
import exchange.settlement.domain.order.OrderState;
import exchange.settlement.domain.simulation.World.Person;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Everybody outside of the engine: marketplaces, the operator, the bank, the deadline poller and the clock. */
final class Market {

    private record Sent(Command command, UUID id) {}

    private final History history;
    private final RandomGenerator random;
    private final List<Sent> sent = new ArrayList<>();
    private final Shelf shelf;
    private final Traders traders;
    private final Pairs pairs;
    private final Payers payers;
    private int entries;

    Market(History history) {
        this.history = history;
        random = history.random();
        shelf = new Shelf(this);
        traders = new Traders(this, shelf);
        pairs = new Pairs(this);
        payers = new Payers(this);
    }

    /** Members, money and listings to begin with. */
    void open() {
        World.ALL.forEach(shelf::join);
        payers.open();
        for (int i = 0; i < 4; i++) {
            shelf.newListing();
        }
        for (int i = 0; i < 3; i++) {
            receipt();
        }
    }

    /** One thing happens. */
    void move() {
        int drawn = random.nextInt(114);
        if (drawn < 36) {
            traders.nextStep();
        } else if (drawn < 43) {
            traders.anyStep();
        } else if (drawn < 55) {
            traders.place();
        } else if (drawn < 63) {
            receipt();
        } else if (drawn < 69) {
            shelf.change();
        } else if (drawn < 76) {
            shelf.changeMember();
        } else if (drawn < 80) {
            giveBack();
        } else if (drawn < 84) {
            if (oneIn(4)) {
                pairs.file();
            }
            pairs.decide();
        } else if (drawn < 88) {
            repeat();
        } else if (drawn < 92) {
            pollDeadlines();
        } else if (drawn < 100) {
            pass();
        } else {
            payers.act();
        }
    }

    /** Sends a command of a client under a key of its own. */
    Outcome send(Command command) {
        var id = new UUID(random.nextLong(), random.nextLong());
        sent.add(new Sent(command, id));
        return history.dispatch(command, id);
    }

    private void repeat() {
        if (!sent.isEmpty()) {
            // Mostly the impatient client that has just asked; now and then somebody who finds an old queue.
            int back = random.nextInt(4) > 0 ? Math.min(sent.size(), 4) : sent.size();
            var again = sent.get(sent.size() - 1 - random.nextInt(back));
            history.dispatch(again.command(), again.id());
        }
    }

    private void receipt() {
        var person = random.nextInt(4) == 0 ? pick(World.ALL) : pick(List.of(World.BUYER, World.MERCHANT));
        var reference = "R-" + (random.nextInt(8) == 0 ? random.nextInt(entries + 1) : ++entries);
        var today = ShanghaiTime.dateOf(history.now());
        var valueDate = today.minusDays(random.nextInt(4)).plusDays(random.nextInt(20) == 0 ? 4 : 0);
        var amount = new Money(random.nextInt(20) == 0 ? 0 : random.nextInt(250_000), pick(World.CURRENCIES));
        send(new RecordReceipt(new BankReceiptId(World.uuid("receipt", reference)), "supervised", reference, person.id(),
                amount, valueDate, history.now()));
    }

    /** Somebody gives back what is set aside, whether it is being spent or not. */
    private void giveBack() {
        var accounts = history.mirror().all(AccountState.class).stream().filter(a -> !a.reservations().isEmpty()).toList();
        if (accounts.isEmpty()) {
            var orders = history.mirror().all(OrderState.class);
            if (!orders.isEmpty()) {
                var contract = pick(orders).contract();
                send(new ReturnReservation(new AccountId(contract.parties().buyer(), contract.parties().currency()),
                        contract.order(), history.now()));
            }
            return;
        }
        var account = pick(accounts);
        var order = account.reservations().keySet().stream().sorted().findFirst().orElseThrow();
        send(new ReturnReservation(account.id(), new OrderId(order), history.now()));
    }

    /** The poller looks, sometimes late, and sometimes before anything is due. */
    private void pollDeadlines() {
        for (var order : history.mirror().all(OrderState.class)) {
            var due = order.due();
            if (due.isPresent() && (random.nextInt(8) == 0 || !history.now().isBefore(due.get().at()))) {
                send(new ExpireOrder(order.contract().order(), history.now()));
            }
        }
    }

    private void pass() {
        history.pass(switch (random.nextInt(6)) {
            case 0, 1, 2 -> Duration.ofMinutes(1 + random.nextInt(120));
            case 3, 4 -> Duration.ofHours(1 + random.nextInt(30));
            default -> Duration.ofDays(1 + random.nextInt(4));
        });
    }

    /** Two people at a time. */
    Pairs pairs() {
        return pairs;
    }

    History history() {
        return history;
    }

    <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }

    TextId text() {
        return new TextId(new UUID(0, random.nextInt(1000)));
    }

    UUID newId() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    Person seller() {
        return pick(World.SELLERS);
    }
}
