package exchange.settlement.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import exchange.settlement.app.e2e.Market.Balances;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What happens when a time runs out, and that nobody comes too late and in time at once. */
@ExtendWith(SharedEngine.class)
class DeadlineTest {

    private final Market market;

    DeadlineTest(Market market) {
        this.market = market;
    }

    @Test
    void silence_accepts() {
        var stall = market.stall(106_000, 106_000);
        var order = market.deliver(market.fund(market.confirm(market.placed(stall, "inspectWithin", "PT2S"))));
        market.awaitState(order, "SETTLED");
        assertThat(market.balances(stall.provider())).isEqualTo(new Balances(103_350, 0));
        market.step(order, "dispute").body(Map.of("reason", "太晚")).send().refused(409, "order.wrong-status");
    }

    @Test
    void an_order_that_nobody_confirms_expires() {
        var stall = market.stall(106_000, 106_000);
        var order = market.placed(stall, "confirmWithin", "PT1S");
        market.awaitState(order, "EXPIRED");
        market.step(order, "confirm").send().refused(409, "order.wrong-status");
        assertThat(market.balances(stall.buyer())).isEqualTo(new Balances(106_000, 0));
    }

    @Test
    void an_order_that_nobody_funds_expires() {
        var stall = market.stall(106_000, 106_000);
        var order = market.confirm(market.placed(stall, "fundWithin", "PT2S"));
        market.awaitState(order, "EXPIRED");
        market.step(order, "fund").waiting().send().refused(409, "order.wrong-status");
        assertThat(market.balances(stall.buyer())).isEqualTo(new Balances(106_000, 0));
    }

    @Test
    void what_is_not_delivered_is_paid_back_in_full() {
        var stall = market.stall(106_000, 106_000);
        var order = market.fund(market.confirm(market.placed(stall, "deliverWithin", "PT2S")));
        market.awaitState(order, "REFUNDED");
        assertThat(market.balances(stall.buyer())).isEqualTo(new Balances(106_000, 0));
        assertThat(market.balances(stall.provider())).isEqualTo(new Balances(0, 0));
        assertThat(market.escrow(order).fen("refunded")).isEqualTo(106_000);
    }

    @Test
    void a_step_in_time_stops_the_clock() {
        var stall = market.stall(106_000, 106_000);
        var order = market.confirm(market.placed(stall, "confirmWithin", "PT3S"));
        var due = Instant.now().plusSeconds(4);
        await().until(() -> Instant.now().isAfter(due));
        assertThat(market.order(order).state()).isEqualTo("CONFIRMED");
    }

    @Test
    void a_late_step_is_refused_even_before_the_expiry_is_recorded() {
        var stall = market.stall(106_000, 0);
        var lateInTime = 0;
        for (int round = 0; round < 6; round++) {
            var order = market.placed(stall, "confirmWithin", "PT1S");
            var due = Instant.parse(market.order(order).json().get("due").get("at").asString());
            await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1))
                    .until(() -> !Instant.now().isBefore(due));
            var late = market.step(order, "confirm").send().expect(409);
            assertThat(late.code()).isIn("deadline.passed", "order.wrong-status");
            lateInTime += "deadline.passed".equals(late.code()) ? 1 : 0;
            market.awaitState(order, "EXPIRED");
        }
        assertThat(lateInTime).as("at least one step came between the due instant and the recorded expiry").isPositive();
    }
}
