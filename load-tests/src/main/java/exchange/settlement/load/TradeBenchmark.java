package exchange.settlement.load;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

import org.HdrHistogram.ConcurrentHistogram;

/**
 * Drives whole trades over HTTP and prints trades per second with latencies and conditions.
 * <p>
 * Each trade is five commands (place, confirm, fund, deliver, accept), of which two wait until the money has arrived. Clients work in a
 * closed loop: the next trade of a client begins when its last one has settled, so latencies are those of a trade under this load and say
 * nothing about arrivals that do not wait.
 * <p>
 * Arguments: base address, data directory, clients, seconds of warm-up, seconds measured.
 */
public final class TradeBenchmark {

    private static final long PRICE_FEN = 106_000;
    private static final int PAIRS = 20;

    private final Market market;
    private final ConcurrentHistogram latencyMicros = new ConcurrentHistogram(Duration.ofMinutes(5).toNanos() / 1000, 3);

    private TradeBenchmark(Market market) {
        this.market = market;
    }

    /** Runs the benchmark against an engine that is up. */
    public static void main(String[] args) throws IOException {
        if (args.length != 5) {
            throw new IllegalArgumentException("arguments: base-address data-directory clients warm-up-seconds measured-seconds");
        }
        int clients = Integer.parseInt(args[2]);
        var warmUp = Duration.ofSeconds(Long.parseLong(args[3]));
        var measured = Duration.ofSeconds(Long.parseLong(args[4]));
        try (var engine = new Engine(URI.create(args[0]), Path.of(args[1]))) {
            var serial = System.currentTimeMillis() % 900_000_000L;
            new TradeBenchmark(new Market(engine, serial)).run(engine, clients, warmUp, measured);
        }
    }

    private void run(Engine engine, int clients, Duration warmUp, Duration measured) {
        var listings = new ArrayList<String>();
        var buyers = new ArrayList<String>();
        var assessor = market.member("THIRD_PARTY_SERVICE");
        for (int i = 0; i < PAIRS; i++) {
            listings.add(market.listing(market.member("PROVIDER"), assessor, PRICE_FEN));
            buyers.add(market.member("DEMANDER"));
            market.receipt(buyers.getLast(), 10_000_000_000L);
        }
        drive(listings, buyers, clients, warmUp);
        latencyMicros.reset();
        long before = System.nanoTime();
        drive(listings, buyers, clients, measured);
        double seconds = (System.nanoTime() - before) / 1e9;
        var holds = engine.read("operator", "/api/v1/operations/invariants").get("holds").booleanValue();
        System.out.printf("""
                %.1f trades/s (%d trades in %.1f s); a trade takes p50 %.1f ms, p99 %.1f ms, longest %.1f ms; invariants hold: %s
                conditions: %d clients in a closed loop, %d buyers and %d listings, warm-up %d s, %d cores, JDK %s
                """, latencyMicros.getTotalCount() / seconds, latencyMicros.getTotalCount(), seconds,
                latencyMicros.getValueAtPercentile(50) / 1e3, latencyMicros.getValueAtPercentile(99) / 1e3,
                latencyMicros.getMaxValue() / 1e3, holds, clients, PAIRS, PAIRS, warmUp.toSeconds(),
                Runtime.getRuntime().availableProcessors(), Runtime.version());
    }

    private void drive(List<String> listings, List<String> buyers, int clients, Duration length) {
        long until = System.nanoTime() + length.toNanos();
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = IntStream.range(0, clients).mapToObj(_ -> CompletableFuture.runAsync(() -> {
                while (System.nanoTime() < until) {
                    var pair = ThreadLocalRandom.current().nextInt(PAIRS);
                    long begun = System.nanoTime();
                    market.trade(listings.get(pair), buyers.get(pair));
                    latencyMicros.recordValue((System.nanoTime() - begun) / 1000);
                }
            }, workers)).toList();
            running.forEach(CompletableFuture::join);
        }
    }
}
