package exchange.settlement.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import exchange.settlement.app.e2e.Market.Balances;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Payouts, asked for and decided at the same moment: the money goes once, wherever it goes. */
@ExtendWith(SharedEngine.class)
class PayoutRaceTest {

    private final Market market;
    private final TwoPeople people;
    private final Cashier cashier;

    PayoutRaceTest(Market market) {
        this.market = market;
        people = new TwoPeople(market);
        this.cashier = new Cashier(market);
    }

    @Test
    void of_eight_requests_for_all_the_money_one_gets_it() {
        var member = cashier.payable(1_000);
        var answers = Race.of(_ -> cashier.payout(Market.MARKETPLACE, member, 1_000).waiting());
        assertThat(Race.count(answers, 201)).isEqualTo(1);
        assertThat(answers).filteredOn(a -> a.status() != 201).allSatisfy(a -> a.refused(409, "account.insufficient-funds"));
        assertThat(market.balances(member)).isEqualTo(new Balances(0, 0));
    }

    @Test
    void of_eight_that_send_it_one_does() {
        var payout = cashier.ready(cashier.payable(1_000), 1_000);
        var answers = Race.of(_ -> cashier.tell(payout, "send"));
        assertThat(Race.count(answers, 200)).isEqualTo(1);
        assertThat(answers).filteredOn(a -> a.status() != 200).allSatisfy(a -> a.refused(409, "payout.wrong-status"));
    }

    @Test
    void eight_confirmations_count_once() {
        var payout = cashier.sent(cashier.payable(1_000), 1_000);
        var answers = Race.of(n -> cashier.confirm(payout, Market.key() + n));
        assertThat(Race.count(answers, 200)).isEqualTo(1);
        assertThat(answers).filteredOn(a -> a.status() != 200).allSatisfy(a -> a.refused(409, "payout.wrong-status"));
        assertThat(cashier.held("payout/" + payout)).isZero();
    }

    @Test
    void one_entry_confirms_one_of_eight_payouts() {
        var member = cashier.payable(8_000);
        var payouts = Stream.generate(() -> cashier.sent(member, 1_000)).limit(Race.RUNNERS).toList();
        var reference = Market.key();
        var answers = Race.of(n -> cashier.confirm(payouts.get(n), reference));
        assertThat(Race.count(answers, 200)).isEqualTo(1);
        assertThat(answers).filteredOn(a -> a.status() != 200).allSatisfy(a -> a.refused(409, "bank.reference-used"));
    }

    @RepeatedTest(5)
    void confirmed_and_returned_at_once_it_is_the_members_in_the_end_or_paid_but_never_both() {
        var member = cashier.payable(1_000);
        var payout = cashier.sent(member, 1_000);
        var answers = Race.of(n -> n % 2 == 0 ? cashier.confirm(payout, Market.key()) : cashier.giveBack(payout));
        // A return is legal from wherever a confirmation leaves it, so exactly one return takes effect; a confirmation at most.
        assertThat(answers).filteredOn(a -> a.state().equals("RETURNED")).hasSize(1);
        assertThat(answers).filteredOn(a -> a.state().equals("CONFIRMED")).hasSizeLessThanOrEqualTo(1);
        assertThat(cashier.read(payout).state()).isEqualTo("RETURNED");
        cashier.awaitAvailable(member, 1_000);
        assertThat(cashier.held("payout/" + payout)).isZero();
        assertThat(cashier.held("clearing/" + payout)).isZero();
    }

    @Test
    void a_change_of_the_payee_account_and_a_request_at_once_both_hold() {
        var member = cashier.payable(8_000);
        var asked = cashier.payee(member, "6222020200099998888", cashier.name(member)).send().expect(201);
        var answers = Race.of(n -> n == 0
                ? people.approval(asked).waiting()
                : cashier.payout(Market.MARKETPLACE, member, 1_000).waiting());
        answers.forEach(a -> assertThat(a.status()).as(a.toString()).isLessThan(300));
        assertThat(answers).filteredOn(a -> a.status() == 201).hasSize(7).allSatisfy(a -> {
            var payee = a.json().get("payee");
            var expected = payee.get("version").asInt() == 1 ? "4321" : "8888";
            assertThat(payee.get("accountNumberEnding").asString()).isEqualTo(expected);
        });
    }
}
