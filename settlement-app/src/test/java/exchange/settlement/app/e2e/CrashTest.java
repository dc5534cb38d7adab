package exchange.settlement.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import exchange.settlement.app.e2e.Market.Balances;
import exchange.settlement.app.e2e.Market.Stall;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An engine that is killed, or stopped, in the middle of trading keeps what it acknowledged and pays nobody twice. */
@Timeout(400)
class CrashTest {

    private static final int TRADERS = 4;
    private static final int STEPS_BEFORE_THE_END = 30;
    private static final long MONEY = 1_000_000;

    @TempDir
    Path data;

    private final Queue<ResumableTrade> trades = new ConcurrentLinkedQueue<>();

    @Test
    void what_was_acknowledged_survives_two_kills() throws Exception {
        Stall stall;
        try (var first = EngineProcess.start(data)) {
            stall = new Market(first.engine()).stall(ResumableTrade.PRICE, MONEY);
            tradeUntil(first, stall, first::kill);
        }
        try (var second = EngineProcess.start(data)) {
            assertKept(second);
            tradeUntil(second, stall, second::kill);
        }
        finish(stall);
    }

    @Test
    void a_stop_while_commands_are_in_flight_loses_none_that_was_acknowledged() throws Exception {
        Stall stall;
        try (var first = EngineProcess.start(data)) {
            stall = new Market(first.engine()).stall(ResumableTrade.PRICE, MONEY);
            tradeUntil(first, stall, first::stop);
        }
        finish(stall);
    }

    /** Trades on several threads, each first what was left over, until the engine ends. */
    private void tradeUntil(EngineProcess engine, Stall stall, Runnable end) throws Exception {
        var market = new Market(engine.engine());
        var left = new ConcurrentLinkedQueue<>(trades.stream().filter(trade -> !trade.done()).toList());
        var steps = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var traders = new ArrayList<Future<?>>();
            for (int n = 0; n < TRADERS; n++) {
                traders.add(threads.submit(() -> trade(market, stall, left, steps)));
            }
            await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(5))
                    .until(() -> steps.get() >= STEPS_BEFORE_THE_END || traders.stream().anyMatch(Future::isDone));
            end.run();
            for (var trader : traders) {
                trader.get(60, TimeUnit.SECONDS);
            }
        }
        assertThat(steps.get()).isGreaterThanOrEqualTo(STEPS_BEFORE_THE_END);
        assertThat(trades).as("trades that the end interrupted").anyMatch(trade -> !trade.done());
    }

    private void trade(Market market, Stall stall, Queue<ResumableTrade> left, AtomicInteger steps) {
        try {
            while (true) {
                var trade = left.poll();
                if (trade == null) {
                    trade = new ResumableTrade(market, stall);
                    trades.add(trade);
                }
                while (!trade.done()) {
                    if (!trade.step(market)) {
                        return;
                    }
                    steps.incrementAndGet();
                }
            }
        } catch (Engine.Unanswered _) {
            // The engine has ended.
        }
    }

    private void assertKept(EngineProcess engine) {
        var market = new Market(engine.engine());
        trades.forEach(trade -> trade.assertKept(market));
        engine.engine().assertInvariantsHold();
    }

    private void finish(Stall stall) throws Exception {
        try (var last = EngineProcess.start(data)) {
            assertKept(last);
            var market = new Market(last.engine());
            for (var trade : trades) {
                while (!trade.done()) {
                    assertThat(trade.step(market)).isTrue();
                }
            }
            await().atMost(Duration.ofSeconds(20)).untilAsserted(
                    () -> assertThat(List.of(market.balances(stall.buyer()), market.balances(stall.provider())))
                            .containsExactly(new Balances(MONEY, 0), new Balances(trades.size() * 103_350L, 0)));
            var orders = last.engine().get(Market.MARKETPLACE,
                    "/api/v1/orders?limit=500&atLeast=" + last.engine().head()).expect(200).items();
            assertThat(orders).hasSize(trades.size());
            last.engine().assertInvariantsHold();
        }
    }
}
