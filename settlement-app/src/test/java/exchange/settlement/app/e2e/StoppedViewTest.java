package exchange.settlement.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A view that cannot take an event says so, loudly and without inside words, and goes on when the cause is mended. */
class StoppedViewTest {

    private static final String PROJECTIONS = "/api/v1/operations/projections";
    private static final String RESUME = PROJECTIONS + "/journal/resume";
    private static final Map<String, String> BECAUSE = Map.of("reason", "约束已删除");

    @Test
    void a_view_that_stopped_is_shown_and_resumed_over_http(@TempDir Path data) throws Exception {
        try (var own = new OwnEngine(data)) {
            var market = own.market();
            var engine = market.engine();
            var buyer = market.member("DEMANDER");
            market.receipt(buyer, 1_000);
            var balances = "/api/v1/members/" + buyer + "/balances";
            own.asOwner("alter table posting add constraint mistake check (position <= " + engine.head() + ")");

            market.bankEntry("R-1", buyer, 2_000).send().expect(201);

            assertListNamesIt(engine);
            assertHealthNamesIt(engine);
            assertNothingIsAnswered(engine, balances);
            assertOnlyWhatStoppedIsResumed(engine);
            engine.command("operator", RESUME).body(BECAUSE).send().expect(200);
            awaitState(engine, "POISONED");
            assertNothingIsAnswered(engine, balances);

            own.asOwner("alter table posting drop constraint mistake");
            var key = Market.key();
            var resumed = engine.command("operator", RESUME).key(key).body(BECAUSE).send().expect(200);
            assertThat(market.balances(buyer).available()).isEqualTo(3_000);
            var again = engine.command("operator", RESUME).key(key).body(BECAUSE).send().expect(200);
            assertThat(again.replayed()).isTrue();
            assertThat(again.json()).isEqualTo(resumed.json());
            awaitState(engine, "RUNNING");
            engine.getAsStranger("/actuator/health").expect(200);
            engine.assertInvariantsHold();
            assertThat(engine.get("operator", "/api/v1/operations/actions").expect(200).items())
                    .extracting(action -> action.get("action").asString() + " " + action.get("target").asString() + " "
                            + action.get("outcome").asString())
                    .containsExactly("projection.resume orders REFUSED", "projection.resume journal DONE",
                            "projection.resume journal DONE");
        }
    }

    private static void assertListNamesIt(Engine engine) {
        var stopped = awaitState(engine, "POISONED");
        assertThat(stopped.get("lag").asLong()).isPositive();
        assertThat(stopped.get("reason").asString()).contains("position").doesNotContainIgnoringCase("mistake")
                .doesNotContainIgnoringCase("exception").doesNotContainIgnoringCase("insert").doesNotContain("java");
        assertThat(engine.get("operator", PROJECTIONS + "?atLeast=" + engine.head()).expect(200).items())
                .as("what tells of it does not wait for it").hasSize(14);
        engine.get("operator", PROJECTIONS + "?atLeast=" + (engine.head() + 1_000)).refused(400, "request.invalid");
    }

    private static void assertNothingIsAnswered(Engine engine, String balances) {
        engine.get("operator", balances).refused(503, "view.stopped");
        engine.get("operator", "/api/v1/operations/invariants").refused(503, "view.stopped");
    }

    private static void assertOnlyWhatStoppedIsResumed(Engine engine) {
        engine.command("operator", PROJECTIONS + "/nonsense/resume").body(BECAUSE).send().refused(404, "not-found");
        engine.command("operator", PROJECTIONS + "/orders/resume").body(BECAUSE).send().refused(409, "projection.not-stopped");
        engine.command("operator", RESUME).send().refused(400, "request.invalid");
        engine.command("marketplace", RESUME).body(BECAUSE).send().refused(403, "auth.forbidden");
        assertThat(engine.command("operator", RESUME + "?dryRun=true").body(BECAUSE).send().expect(200).text("state"))
                .isEqualTo("POISONED");
    }

    private static void assertHealthNamesIt(Engine engine) {
        var health = engine.get("operator", "/actuator/health").expect(503).json();
        assertThat(health.get("status").asString()).isEqualTo("DOWN");
        var views = health.get("components").get("views");
        assertThat(views.get("status").asString()).isEqualTo("DOWN");
        assertThat(views.get("details").get("journal").asString()).startsWith("poisoned, lag ");
        assertThat(views.get("details").get("orders").asString()).startsWith("running, lag ");
        assertThat(health.get("components").get("eventLog").get("status").asString()).isEqualTo("UP");

        var seenByStrangers = engine.getAsStranger("/actuator/health").expect(503);
        assertThat(seenByStrangers.json().get("status").asString()).isEqualTo("DOWN");
        assertThat(seenByStrangers.body()).doesNotContain("journal", "components", "details");
        engine.getAsStranger("/actuator/health/views").expect(404);
        engine.get("support", "/actuator/health/views").expect(404);
    }

    private static JsonNode awaitState(Engine engine, String state) {
        await().untilAsserted(() -> assertThat(journal(engine).get("state").asString()).isEqualTo(state));
        return journal(engine);
    }

    private static JsonNode journal(Engine engine) {
        return engine.get("operator", PROJECTIONS).expect(200).items().stream()
                .filter(view -> view.get("name").asString().equals("journal")).findFirst().orElseThrow();
    }
}
