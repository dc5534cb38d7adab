package exchange.settlement.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import exchange.settlement.app.e2e.Market.Balances;
import exchange.settlement.domain.Command;
import exchange.settlement.domain.account.AccountCommand.EngageAccount;
import exchange.settlement.domain.account.AccountCommand.ReserveFunds;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandBus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A refused step parks its trade; an operator looks at it, has it taken again, or drops it. */
class ParkedTradeTest {

    private static final String LETTERS = "/api/v1/operations/dead-letters";
    private static final Map<String, String> BECAUSE = Map.of("reason", "原因已排除");

    private static @Nullable OwnEngine own;

    private final OwnEngine engine = Objects.requireNonNull(own);
    private Market market = engine.market();

    @BeforeAll
    static void start(@TempDir Path data) throws Exception {
        own = new OwnEngine(data);
    }

    @AfterAll
    static void stop() {
        Objects.requireNonNull(own).close();
    }

    @AfterEach
    void the_books_are_right() {
        market.engine().assertInvariantsHold();
    }

    @Test
    void a_parked_trade_is_shown_and_taken_up_again_when_its_cause_is_gone() {
        var stall = market.stall(106_000, 200_000);
        var order = market.confirm(market.placed(stall));
        var retry = retry(order);
        try (var _ = Obstacle.refusing(engine, reserving(order))) {
            var asked = market.step(order, "fund").send().expect(200);
            var letter = awaitParked(order, 1);
            assertThat(letter.get("sequence").asString()).isEqualTo(order);
            assertThat(letter.get("since").asString()).isNotEmpty();
            var first = letter.get("first");
            assertThat(first.get("position").asString()).isEqualTo(asked.position());
            assertThat(first.get("type").asString()).isEqualTo("order.funding-started");
            assertThat(first.get("reason").asString()).isEqualTo(Obstacle.WHY);
            assertThat(texts(first.get("commands"))).containsExactly("open-escrow", "reserve-funds");
            assertThat(market.funded(market.stall(106_000, 106_000))).as("other trades go on").isNotEmpty();

            retry.send().refused(409, "dead-letter.refused-again");
            command(order, "retry?dryRun=true").send().refused(409, "dead-letter.refused-again");
            awaitParked(order, 1);
        }
        assertThat(command(order, "retry?dryRun=true").send().expect(200).json().get("events").asInt()).isEqualTo(1);
        var key = Market.key();
        var taken = retry(order).key(key).send().expect(200);
        assertThat(taken.json().get("taken").asInt()).isEqualTo(1);
        assertThat(taken.json().get("events").asInt()).isZero();
        market.awaitState(order, "FUNDED");
        assertThat(market.balances(stall.buyer())).isEqualTo(new Balances(94_000, 0));

        var again = retry(order).key(key).send().expect(200);
        assertThat(again.replayed()).isTrue();
        assertThat(again.json()).isEqualTo(taken.json());
        command(order, "retry").body(Map.of("reason", "另一个原因")).key(key).send().refused(422, "idempotency.key-reused");
        market.engine().command("operator", "/api/v1/members").key(key).body(market.application("PROVIDER")).send()
                .refused(422, "idempotency.key-reused");
        retry(order).send().refused(404, "not-found");
        assertThat(parked(order)).isEmpty();
        assertActions(order, "REFUSED dead-letter.retry", "DONE dead-letter.retry");
    }

    @Test
    void later_events_wait_and_are_taken_in_order_until_one_is_refused() {
        var stall = market.stall(106_000, 106_000);
        String order;
        try (var _ = Obstacle.refusing(engine, reserving(null))) {
            try (var _ = Obstacle.refusing(engine, EngageAccount.class::isInstance)) {
                order = market.placed(stall);
                awaitParked(order, 1);
            }
            market.confirm(order);
            market.step(order, "fund").send().expect(200);
            awaitParked(order, 2);
            var events = market.engine().get("operator", LETTERS + "/" + order).expect(200).items();
            assertThat(events).extracting(event -> event.get("type").asString()).containsExactly("order.placed",
                    "order.funding-started");
            assertThat(events.getLast().get("reason").asString()).contains("waits behind");

            var half = retry(order).send().expect(200).json();
            assertThat(half.get("taken").asInt()).isEqualTo(1);
            assertThat(half.get("events").asInt()).isEqualTo(1);
            assertThat(half.get("refusal").asString()).isEqualTo(Obstacle.WHY);
            assertThat(awaitParked(order, 1).get("first").get("type").asString()).isEqualTo("order.funding-started");
        }
        assertThat(retry(order).send().expect(200).json().get("events").asInt()).isZero();
        market.awaitState(order, "FUNDED");
        assertThat(market.accept(market.deliver(order))).isEqualTo(order);
    }

    @Test
    void an_event_that_arrives_while_a_retry_is_half_way_is_neither_lost_nor_first() throws Exception {
        var stall = market.stall(106_000, 106_000);
        String order;
        try (var _ = Obstacle.refusing(engine, EngageAccount.class::isInstance)) {
            order = market.placed(stall);
            awaitParked(order, 1);
        }
        try (var obstacle = Obstacle.holdingUp(engine, EngageAccount.class::isInstance);
                var side = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = CompletableFuture.supplyAsync(() -> retry(order).send(), side);
            obstacle.awaitArrival();
            var second = CompletableFuture.supplyAsync(() -> retry(order).send(), side);
            market.confirm(order);
            market.step(order, "fund").send().expect(200);
            assertThat(market.order(order).state()).as("the funding waits for its turn").isEqualTo("FUNDING");
            obstacle.open();
            assertThat(first.get().expect(200).json().get("taken").asInt()).isEqualTo(1);
            second.get().refused(404, "not-found");
        }
        market.awaitState(order, "FUNDED");
        assertThat(parked(order)).isEmpty();
        var types = history(order);
        assertThat(types.indexOf("account.engaged")).isBetween(0, types.indexOf("escrow.opened"));
    }

    @Test
    void a_retry_that_fails_half_way_has_changed_nothing_and_has_one_effect_when_repeated() {
        var stall = market.stall(106_000, 106_000);
        String order;
        try (var _ = Obstacle.refusing(engine, EngageAccount.class::isInstance)) {
            order = market.placed(stall);
            awaitParked(order, 1);
        }
        market.confirm(order);
        market.step(order, "fund").send().expect(200);
        awaitParked(order, 2);
        var key = Market.key();
        try (var _ = engine.bean(CommandBus.class).registerHandlerInterceptor((work, chain) -> {
            if (work.getMessage().getPayload() instanceof ReserveFunds) {
                throw new IllegalStateException("the disk is on fire");
            }
            return chain.proceed();
        })) {
            retry(order).key(key).send().refused(500, "internal");
        }
        awaitParked(order, 2);
        var repeated = retry(order).key(key).send().expect(200);
        assertThat(repeated.replayed()).isFalse();
        assertThat(repeated.json().get("taken").asInt()).isEqualTo(2);
        market.awaitState(order, "FUNDED");
        assertThat(history(order)).containsOnlyOnce("order.funded", "escrow.opened", "account.funds-reserved");
    }

    @Test
    void an_event_that_was_dropped_stays_dropped_even_when_everything_is_read_again() throws Exception {
        var stall = market.stall(106_000, 106_000);
        String order;
        try (var _ = Obstacle.refusing(engine, EngageAccount.class::isInstance)) {
            order = market.placed(stall);
            awaitParked(order, 1);
        }
        market.confirm(order);
        market.step(order, "fund").send().expect(200);
        var first = awaitParked(order, 2).get("first").get("event").asString();
        var second = market.engine().get("operator", LETTERS + "/" + order).expect(200).items().getLast();

        evict(order, second.get("event").asString()).send().refused(409, "dead-letter.another-event");
        command(order, "evict").body(BECAUSE).send().refused(400, "request.invalid");
        command(order, "evict").body(Map.of("event", first)).send().refused(400, "request.invalid");
        var dropped = evict(order, first).send().expect(200).json();
        assertThat(dropped.get("dropped").asString()).isEqualTo(first);
        assertThat(dropped.get("events").asInt()).isEqualTo(1);
        assertThat(awaitParked(order, 1).get("first").get("reason").asString()).contains("was dropped");

        engine.restartAfter("update process_position set position = 0");
        market = engine.market();
        market.engine().get("operator", LETTERS + "?atLeast=" + market.engine().head()).expect(200);
        awaitParked(order, 1);
        assertThat(market.order(order).state()).as("what waited behind it still waits").isEqualTo("FUNDING");
        assertThat(retry(order).send().expect(200).json().get("taken").asInt()).isEqualTo(1);
        market.awaitState(order, "FUNDED");
        assertThat(history(order)).as("nobody engaged an account").doesNotContain("account.engaged");
        assertActions(order, "REFUSED dead-letter.evict", "DONE dead-letter.evict", "DONE dead-letter.retry");
    }

    @Test
    void operators_alone_see_and_act_and_they_say_why() {
        var nowhere = LETTERS + "/" + Market.key();
        market.engine().get("support", LETTERS).refused(403, "auth.forbidden");
        market.engine().get("marketplace", "/api/v1/operations/actions").refused(403, "auth.forbidden");
        market.engine().get("operator", nowhere).refused(404, "not-found");
        market.engine().get("operator", LETTERS + "?atLeast=999999999").refused(400, "request.invalid");
        market.engine().get("operator", "/api/v1/operations/actions?atLeast=999999999").refused(400, "request.invalid");
        for (var reason : List.of("{}", "{\"reason\":\"\"}", "{\"reason\":\"" + "x".repeat(501) + "\"}",
                "{\"reason\":\"x\",\"force\":true}")) {
            market.engine().command("operator", nowhere + "/retry").rawBody(reason).send().refused(400, "request.invalid");
        }
        market.engine().command("operator", nowhere + "/retry").body(BECAUSE).send().refused(404, "not-found");
        var member = Market.key();
        market.engine().command("operator", "/api/v1/members").key(member).body(market.application("PROVIDER")).send()
                .expect(201);
        market.engine().command("operator", nowhere + "/retry").key(member).body(BECAUSE).send().refused(422,
                "idempotency.key-reused");
    }

    @Test
    void health_counts_what_is_parked_for_operators_only() {
        var stall = market.stall(106_000, 106_000);
        var order = market.confirm(market.placed(stall));
        try (var _ = Obstacle.refusing(engine, reserving(order))) {
            market.step(order, "fund").send().expect(200);
            awaitParked(order, 1);
            var details = market.engine().get("operator", "/actuator/health").expect(200).json().get("components");
            assertThat(details.get("processes").get("details").get("parked").asInt()).isPositive();
            assertThat(details.get("eventLog").get("details").get("writable").asBoolean()).isTrue();
        }
        assertThat(market.engine().getAsStranger("/actuator/health").expect(200).json().propertyNames())
                .doesNotContain("components", "details").contains("status");
        assertThat(market.engine().get("marketplace", "/actuator/health").expect(200).json().has("components")).isFalse();
        retry(order).send().expect(200);
        market.awaitState(order, "FUNDED");
    }

    private static Predicate<Command> reserving(@Nullable String order) {
        return command -> command instanceof ReserveFunds reserve
                && (order == null || reserve.order().value().toString().equals(order));
    }

    private Engine.Command retry(String id) {
        return command(id, "retry").body(BECAUSE);
    }

    private Engine.Command evict(String id, String event) {
        return command(id, "evict").body(Map.of("event", event, "reason", "已人工处理"));
    }

    private Engine.Command command(String id, String action) {
        return market.engine().command("operator", LETTERS + "/" + id + "/" + action).body(BECAUSE);
    }

    private Stream<JsonNode> letters() {
        return market.engine().get("operator", LETTERS + "?limit=500").expect(200).items().stream();
    }

    private List<JsonNode> parked(String id) {
        return letters().filter(letter -> letter.get("id").asString().equals(id)).toList();
    }

    private JsonNode awaitParked(String id, int events) {
        await().untilAsserted(() -> assertThat(parked(id)).singleElement()
                .satisfies(letter -> assertThat(letter.get("events").asInt()).isEqualTo(events)));
        return parked(id).getFirst();
    }

    private List<String> history(String order) {
        return market.engine().get("operator", "/api/v1/orders/" + order + "/history?atLeast=" + market.engine().head())
                .expect(200).items().stream().map(entry -> entry.get("type").asString()).toList();
    }

    private void assertActions(String target, String... expected) {
        var actions = market.engine().get("operator", "/api/v1/operations/actions?limit=500").expect(200).items().stream()
                .filter(action -> action.get("target").asString().equals(target)).toList();
        assertThat(actions).extracting(action -> action.get("outcome").asString() + " " + action.get("action").asString())
                .containsExactly(expected);
        assertThat(actions).allSatisfy(action -> {
            assertThat(action.get("client").asString()).isEqualTo("operator");
            assertThat(action.get("subject").asString()).isNotEmpty();
            assertThat(action.get("reason").asString()).isNotEmpty();
            assertThat(action.get("at").asString()).isNotEmpty();
        });
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
