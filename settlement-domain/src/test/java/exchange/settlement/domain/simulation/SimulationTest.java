package exchange.settlement.domain.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exchange.settlement.domain.SettlementEvent;
import exchange.settlement.domain.catalogue.EventCatalogue;
import exchange.settlement.domain.escrow.EscrowEvent.EscrowReleased;
import exchange.settlement.domain.journal.Journal;
import exchange.settlement.domain.journal.Posting;
import exchange.settlement.domain.order.OrderStatus;
import exchange.settlement.domain.payout.PayoutState;
import exchange.settlement.domain.simulation.AxonRuntime.Deduplication;
import exchange.settlement.domain.simulation.History.Setting;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Histories drawn from seeds keep every invariant. {@code -Dsimulation.seeds=N} runs more or fewer of them,
 * {@code -Dsimulation.seed=K} the one with that name.
 */
class SimulationTest {

    private static final int SEEDS = Integer.getInteger("simulation.seeds", 500);
    private static final int MOVES = 100;
    private static final Setting REAL = new Setting(Deduplication.ON, Journal::postings, MOVES);

    @Test
    void every_history_keeps_every_invariant_and_together_they_get_everywhere() {
        var coverage = new Coverage();
        Long named = Long.getLong("simulation.seed");
        if (named != null) {
            run(named, REAL, coverage);
            return;
        }
        LongStream.range(0, SEEDS).forEach(seed -> run(seed, REAL, coverage));
        if (SEEDS >= 100) {
            assertThat(coverage.statuses()).containsExactlyInAnyOrder(OrderStatus.values());
            assertThat(coverage.events()).containsExactlyInAnyOrderElementsOf(EventCatalogue.all().keySet());
            assertThat(coverage.counts()).containsKeys("repeated", "nothing to do", "order.in-progress", "deadline.passed",
                    "listing.not-live", "listing.version-changed", "bank.reference-used", "listing.certificate-used",
                    "payout.wrong-status", "outcome.unknown", "payout.no-payee-account", "payee.name-differs",
                    "payout.value-date-too-early", "bank.value-date-in-future", "payout.other-bank-account", "member.no-mandate");
            assertThat(coverage.counts().keySet()).containsAll(
                    Stream.of(PayoutState.Status.values()).map(status -> "payout " + status).toList());
        }
    }

    @Test
    void an_engine_that_does_not_recognise_repeated_commands_is_caught() {
        var broken = new Setting(Deduplication.BROKEN, Journal::postings, MOVES);

        assertThatThrownBy(() -> LongStream.range(0, 20).forEach(seed -> run(seed, broken, new Coverage())))
                .isInstanceOf(AssertionError.class).hasMessageContaining("Seed ").hasMessageContaining("Broken: ");
    }

    @Test
    void a_journal_that_forgets_an_event_is_caught() {
        var broken = new Setting(Deduplication.ON, SimulationTest::withoutReleases, MOVES);

        assertThatThrownBy(() -> LongStream.range(0, 20).forEach(seed -> run(seed, broken, new Coverage())))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Broken: an order is at rest when its money has arrived");
    }

    private static List<Posting> withoutReleases(SettlementEvent event) {
        return event instanceof EscrowReleased ? List.of() : Journal.postings(event);
    }

    private static void run(long seed, Setting setting, Coverage coverage) {
        try (var history = new History(seed, setting, coverage)) {
            history.run();
        }
    }
}
