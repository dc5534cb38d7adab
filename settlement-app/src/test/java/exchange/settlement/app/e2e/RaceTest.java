package exchange.settlement.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import exchange.settlement.app.e2e.Market.Balances;
import exchange.settlement.app.e2e.Market.Stall;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Eight at once: one wins, nothing is paid twice, and the books stay right. */
@ExtendWith(SharedEngine.class)
class RaceTest {

    private final Market market;

    RaceTest(Market market) {
        this.market = market;
    }

    @AfterEach
    void the_invariants_hold_after_each_race() {
        market.engine().assertInvariantsHold();
    }

    @Test
    void eight_acceptances_with_keys_of_their_own_pay_the_provider_once() {
        var stall = market.stall(106_000, 106_000);
        var order = market.delivered(stall);
        var answers = Race.of(_ -> market.step(order, "accept"));
        assertThat(Race.count(answers, 200)).as(answers.toString()).isEqualTo(1);
        assertThat(answers.stream().filter(answer -> answer.status() != 200)).allSatisfy(answer -> {
            answer.expect(409);
            assertThat(answer.code()).isIn("order.wrong-status", "order.in-progress");
        });
        market.awaitState(order, "SETTLED");
        assertThat(market.balances(stall.provider())).isEqualTo(new Balances(103_350, 0));
    }

    @Test
    void eight_acceptances_with_one_key_get_one_answer() {
        var stall = market.stall(106_000, 106_000);
        var order = market.delivered(stall);
        var key = Market.key();
        var answers = Race.of(_ -> market.step(order, "accept").key(key));
        assertThat(answers).allSatisfy(answer -> answer.expect(200));
        assertThat(answers).extracting(Answer::json).containsOnly(answers.getFirst().json());
        assertThat(answers.stream().filter(answer -> !answer.replayed())).hasSize(1);
        market.awaitState(order, "SETTLED");
        assertThat(market.balances(stall.provider())).isEqualTo(new Balances(103_350, 0));
    }

    @Test
    void eight_orders_with_one_key_are_one_order() {
        var stall = market.stall(106_000, 0);
        var purchase = market.purchase(stall.listing(), stall.buyer());
        var key = Market.key();
        var answers = Race.of(_ -> market.order(purchase).key(key));
        assertThat(answers).allSatisfy(answer -> answer.expect(201));
        assertThat(answers).extracting(Answer::json).containsOnly(answers.getFirst().json());
        var found = market.engine().get(Market.MARKETPLACE,
                "/api/v1/orders?buyer=" + stall.buyer() + "&atLeast=" + market.engine().head()).expect(200);
        assertThat(found.items()).hasSize(1);
    }

    @Test
    void funding_against_cancelling_ends_funded_or_with_the_money_where_it_was() {
        for (int round = 0; round < 3; round++) {
            var stall = market.stall(106_000, 106_000);
            var order = market.confirm(market.placed(stall));
            var answers = Race.of(n -> market.step(order, n % 2 == 0 ? "fund" : "cancel"));
            assertThat(Race.count(answers, 200)).as(answers.toString()).isEqualTo(1);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> List.of("FUNDED", "CANCELLED").contains(market.order(order).state()));
            var cancelled = market.order(order).state().equals("CANCELLED");
            assertThat(market.balances(stall.buyer())).isEqualTo(new Balances(cancelled ? 106_000 : 0, 0));
            if (!cancelled) {
                assertThat(market.escrow(order).fen("held")).isEqualTo(106_000);
            }
        }
    }

    @Test
    void while_money_is_on_its_way_nothing_else_happens() {
        var stall = market.stall(1_000, 20_000);
        var seen = new HashSet<String>();
        for (int round = 0; round < 20 && !seen.contains("order.in-progress"); round++) {
            var order = market.confirm(market.placed(stall));
            market.step(order, "fund").send().expect(200);
            seen.add(String.valueOf(market.step(order, "cancel").send().expect(409).code()));
            market.awaitState(order, "FUNDED");
        }
        assertThat(seen).contains("order.in-progress").isSubsetOf("order.in-progress", "order.wrong-status");
    }

    @Test
    void one_bank_entry_sent_eight_times_counts_once() {
        var buyer = market.member("DEMANDER");
        var reference = Market.key();
        var answers = Race.of(_ -> market.bankEntry(reference, buyer, 5_000));
        assertThat(Race.count(answers, 201)).as(answers.toString()).isEqualTo(1);
        assertThat(answers.stream().filter(answer -> answer.status() != 201))
                .allSatisfy(answer -> answer.refused(409, "bank.reference-used"));
        await().untilAsserted(() -> assertThat(market.balances(buyer)).isEqualTo(new Balances(5_000, 0)));
    }

    @Test
    void an_order_against_a_withdrawal_is_placed_before_it_or_refused() {
        for (int round = 0; round < 3; round++) {
            var stall = market.stall(106_000, 0);
            var answers = Race.of(n -> n == 4
                    ? market.listingStep(stall.listing(), "withdraw")
                    : market.order(stall.listing(), stall.buyer()));
            var withdrawn = Long.parseLong(answers.get(4).expect(200).position());
            assertThat(answers.stream().filter(answer -> !answer.equals(answers.get(4)))).allSatisfy(answer -> {
                if (answer.status() == 201) {
                    assertThat(Long.parseLong(answer.position())).isLessThan(withdrawn);
                } else {
                    answer.refused(409, "listing.not-live");
                }
            });
        }
    }

    @Test
    void of_two_orders_a_balance_for_one_funds_one() {
        var first = market.stall(106_000, 106_000);
        var second = new Stall(first.provider(), first.buyer(), market.listing(first.provider(), 106_000));
        var orders = List.of(market.confirm(market.placed(first)), market.confirm(market.placed(second)));
        var answers = Race.of(n -> market.step(orders.get(n % 2), "fund").waiting());
        assertThat(answers.stream().filter(answer -> answer.status() == 200 && answer.state().equals("FUNDED")))
                .as(answers.toString()).hasSize(1);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(orders.stream()
                .map(order -> market.order(order).state())).containsExactlyInAnyOrder("FUNDED", "CONFIRMED"));
        assertThat(market.balances(first.buyer())).isEqualTo(new Balances(0, 0));
    }

    @Test
    void one_registration_number_is_one_member() {
        var application = market.application("DEMANDER");
        var answers = Race.of(_ -> market.engine().command(Market.OPERATOR, "/api/v1/members").body(application));
        assertThat(Race.count(answers, 201)).as(answers.toString()).isEqualTo(1);
        assertThat(answers.stream().filter(answer -> answer.status() != 201))
                .allSatisfy(answer -> answer.refused(409, "member.registration-number-used"));
    }

    @Test
    void one_certificate_registers_one_listing() {
        var provider = market.member("PROVIDER");
        var certificate = Market.key();
        var drafts = IntStream.range(0, Race.RUNNERS).mapToObj(_ -> market.draft(provider, 1_000)).toList();
        var answers = Race.of(n -> market.listingStep(drafts.get(n), "register")
                .body(Map.of("certificateCode", certificate, "scenario", "政银互动")));
        assertThat(Race.count(answers, 200)).as(answers.toString()).isEqualTo(1);
        assertThat(answers.stream().filter(answer -> answer.status() != 200))
                .allSatisfy(answer -> answer.refused(409, "listing.certificate-used"));
    }
}
