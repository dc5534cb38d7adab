package exchange.settlement.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import exchange.settlement.app.e2e.Market.Balances;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One key, one effect, one answer, for ever. */
@ExtendWith(SharedEngine.class)
class IdempotencyTest {

    private final Market market;

    IdempotencyTest(Market market) {
        this.market = market;
    }

    @Test
    void a_repeated_order_gets_its_first_answer_also_after_later_steps() {
        var stall = market.stall(106_000, 106_000);
        var purchase = market.purchase(stall.listing(), stall.buyer());
        var key = Market.key();
        var first = market.order(purchase).key(key).send().expect(201);
        assertThat(first.replayed()).isFalse();
        assertReplay(market.order(purchase).key(key).send().expect(201), first);
        market.accept(market.deliver(market.fund(market.confirm(first.id()))));
        assertReplay(market.order(purchase).key(key).send().expect(201), first);
    }

    @Test
    void a_repeated_step_gets_its_first_answer_also_after_later_steps() {
        var stall = market.stall(106_000, 106_000);
        var order = market.placed(stall);
        var key = Market.key();
        var first = market.step(order, "confirm").key(key).send().expect(200);
        assertReplay(market.step(order, "confirm").key(key).send().expect(200), first);
        market.accept(market.deliver(market.fund(order)));
        assertReplay(market.step(order, "confirm").key(key).send().expect(200), first);
    }

    @Test
    void a_repeated_wait_gets_the_rest_that_the_first_one_got() {
        var stall = market.stall(106_000, 106_000);
        var order = market.confirm(market.placed(stall));
        var key = Market.key();
        var first = market.step(order, "fund").key(key).waiting().send().expect(200);
        market.accept(market.deliver(order));
        var again = market.step(order, "fund").key(key).waiting().send().expect(200);
        assertReplay(again, first);
        assertThat(again.state()).isEqualTo("FUNDED");
        assertThat(market.balances(stall.provider())).isEqualTo(new Balances(103_350, 0));
    }

    @Test
    void a_repeated_receipt_brings_its_money_once() {
        var buyer = market.member("DEMANDER");
        var key = Market.key();
        var entry = Map.of("bankReference", Market.key(), "memberId", buyer, "amount", Market.cny(7_000), "valueDate",
                Market.today().toString());
        var first = market.engine().command("bank", "/api/v1/bank/receipts").key(key).body(entry).send().expect(201);
        assertReplay(market.engine().command("bank", "/api/v1/bank/receipts").key(key).body(entry).send().expect(201), first);
        await().untilAsserted(() -> assertThat(market.balances(buyer)).isEqualTo(new Balances(7_000, 0)));
    }

    @Test
    void neither_blanks_nor_the_order_of_fields_make_another_request() {
        var member = market.applicant("PROVIDER", "DEMANDER");
        var key = Market.key();
        var path = Market.memberPath(market.admitted(member)) + "/mandates";
        var first = market.engine().command(Market.OPERATOR, path).key(key)
                .rawBody("{\"client\":\"somebody\",\"scopes\":[\"BUY\"],\"reason\":\"委托\"}").send().expect(201);
        assertReplay(market.engine().command(Market.OPERATOR, path).key(key)
                .rawBody("{ \"reason\" : \"\\u59d4\\u6258\",\n \"scopes\": [ \"BUY\" ], \"client\":\"somebody\" }").send()
                .expect(201), first);
    }

    @Test
    void another_body_or_another_path_under_a_used_key_is_refused() {
        var stall = market.stall(106_000, 0);
        var purchase = market.purchase(stall.listing(), stall.buyer());
        var key = Market.key();
        var order = market.order(purchase).key(key).send().expect(201).id();
        market.unchanged(List.of(Market.orderPath(order)), () -> {
            market.order(stall.listing(), stall.buyer()).key(key).send().refused(422, "idempotency.key-reused");
            market.step(order, "confirm").key(key).send().refused(422, "idempotency.key-reused");
        });
        market.confirm(order);
    }

    @Test
    void a_refused_command_does_not_bind_its_key() {
        var stall = market.stall(106_000, 106_000);
        var order = market.placed(stall);
        var key = Market.key();
        market.step(order, "deliver").key(key).body(Market.evidence()).send().refused(409, "order.wrong-status");
        market.fund(market.confirm(order));
        var delivered = market.step(order, "deliver").key(key).body(Market.evidence()).send().expect(200);
        assertThat(delivered.replayed()).isFalse();
        market.step(order, "deliver").body(Market.evidence()).send().refused(409, "order.wrong-status");
    }

    @Test
    void keys_belong_to_their_client() {
        var key = Market.key();
        var applied = market.engine().command(Market.OPERATOR, "/api/v1/members").key(key)
                .body(market.application("DEMANDER")).send().expect(201);
        var paid = market.engine().command("bank", "/api/v1/bank/receipts").key(key)
                .body(Map.of("bankReference", Market.key(), "memberId", market.admitted(applied.id()), "amount",
                        Market.cny(1), "valueDate", Market.today().toString()))
                .send().expect(201);
        assertThat(paid.replayed()).isFalse();
    }

    @Test
    void a_dry_run_gives_the_answer_or_the_refusal_and_writes_nothing() {
        var stall = market.stall(106_000, 106_000);
        var order = market.confirm(market.placed(stall));
        awaitQuiet();
        var head = market.engine().head();
        market.unchanged(List.of(Market.orderPath(order)), () -> {
            var tried = market.engine().command(Market.MARKETPLACE, Market.orderPath(order) + "/cancel?dryRun=true")
                    .body(Map.of("reason", "试算")).send().expect(200);
            assertThat(tried.state()).isEqualTo("CANCELLED");
            assertThat(tried.id()).isEqualTo(order);
            market.engine().command(Market.MARKETPLACE, Market.orderPath(order) + "/accept?dryRun=true").send().refused(409,
                    "order.wrong-status");
            var placed = market.engine().command(Market.MARKETPLACE, "/api/v1/orders?dryRun=true")
                    .body(market.purchase(stall.listing(), stall.buyer())).send();
            assertThat(placed.status()).as(placed.toString()).isBetween(200, 201);
            assertThat(placed.state()).isEqualTo("PLACED");
            assertThat(placed.fen("payout")).isEqualTo(103_350);
        });
        assertThat(market.engine().head()).isEqualTo(head);
    }

    @Test
    void a_dry_run_does_not_bind_its_key() {
        var stall = market.stall(106_000, 0);
        var order = market.placed(stall);
        var key = Market.key();
        market.engine().command(Market.MARKETPLACE, Market.orderPath(order) + "/confirm?dryRun=true").key(key).send().expect(200);
        assertThat(market.step(order, "confirm").key(key).send().expect(200).replayed()).isFalse();
    }

    /** Until the steps that follow an answer have been taken too. */
    private void awaitQuiet() {
        var seen = new long[]{-1};
        await().pollInterval(Duration.ofMillis(700)).until(() -> {
            var head = market.engine().head();
            var quiet = head == seen[0];
            seen[0] = head;
            return quiet;
        });
    }

    private static void assertReplay(Answer again, Answer first) {
        assertThat(again.replayed()).isTrue();
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    }
}
