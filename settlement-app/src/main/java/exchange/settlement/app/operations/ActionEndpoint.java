package exchange.settlement.app.operations;

import exchange.eventstore.GaplessEventStorageEngine;
import exchange.settlement.app.api.CommandIds;
import exchange.settlement.app.api.RequestHash;
import exchange.settlement.app.operations.OperatorAction.Outcome;
import exchange.settlement.app.operations.OperatorAction.Who;
import exchange.settlement.app.web.CommandRequest;
import exchange.settlement.app.web.KeyReused;
import exchange.settlement.app.web.Overloaded;
import exchange.settlement.app.web.PreconditionFailed;
import exchange.settlement.domain.Rejected;
import exchange.settlement.domain.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.ResponseEntity;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes an operator's action from its request to its answer: once per idempotency key, with a reason, and on record.
 * <p>
 * Operators act one at a time. What they do is rare, and whoever repeats a request at once is to find what the first one did.
 */
final class ActionEndpoint {

    private static final int REASON_LONGEST = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> ANSWER = new TypeReference<>() {
    };

    private final OperatorActions actions;
    private final GaplessEventStorageEngine log;
    private final RequestHash hash;
    private final Supplier<Instant> now;
    private final ReentrantLock turn = new ReentrantLock(true);

    /** Keeps actions, and looks into the log for keys that commands have used. */
    ActionEndpoint(OperatorActions actions, GaplessEventStorageEngine log, RequestHash hash, Supplier<Instant> now) {
        this.actions = actions;
        this.log = log;
        this.hash = hash;
        this.now = now;
    }

    /**
     * What is to be done.
     *
     * @param name   its name: {@code dead-letter.retry}
     * @param target what it is done to
     * @param trial  says what would be answered, and does nothing
     * @param work   does it, and hands over the answer in the transaction that makes it so
     */
    record Action(String name, String target, Supplier<Map<String, Object>> trial,
            Consumer<Consumer<Map<String, Object>>> work) {}

    /**
     * Does it, or answers as when it was done. All other fields of the body have been read.
     *
     * @throws Rejected if the state forbids it, which is kept on record too
     */
    ResponseEntity<Map<String, Object>> act(CommandRequest request, Action action) {
        var reason = request.body().text("reason", REASON_LONGEST);
        request.body().verify();
        if (request.ifMatch().isPresent()) {
            // Nothing here has versions, so none can be the one that was named.
            throw new PreconditionFailed();
        }
        var id = CommandIds.command(request.caller(), request.key());
        var requestHash = hash.of(request.method(), request.path(), request.rawBody());
        waitForTurn();
        try {
            return actions.done(id).map(done -> repeated(done, requestHash))
                    .orElseGet(() -> first(request, action, new Entry(id, requestHash, who(request), action, reason)));
        } catch (DuplicateKeyException _) {
            // Another node was faster with the same key; what was done here went back with its record.
            return repeated(actions.done(id).orElseThrow(), requestHash);
        } finally {
            turn.unlock();
        }
    }

    /** An action as it is kept and answered in the record's list. */
    static Map<String, Object> answer(OperatorAction action) {
        return JSON.readValue(action.answer(), ANSWER);
    }

    private ResponseEntity<Map<String, Object>> first(CommandRequest request, Action action, Entry entry) {
        if (log.trace(entry.id()).isPresent()) {
            throw new KeyReused();
        }
        if (request.dryRun()) {
            return ResponseEntity.ok(action.trial().get());
        }
        try {
            var kept = new Kept();
            action.work().accept(answer -> {
                actions.add(entry.with(Outcome.DONE, answer, now.get()));
                kept.answer = answer;
            });
            return ResponseEntity.ok(kept.answer);
        } catch (Rejected refused) {
            var rejection = refused.rejection();
            if (rejection.kind() == Rejection.Kind.CONFLICT) {
                actions.add(entry.with(Outcome.REFUSED, Map.of("code", rejection.code(), "detail", rejection.sentence()),
                        now.get()));
            }
            throw refused;
        }
    }

    private static ResponseEntity<Map<String, Object>> repeated(OperatorAction done, String requestHash) {
        if (!done.requestHash().equals(requestHash)) {
            throw new KeyReused();
        }
        return ResponseEntity.ok().header("Idempotency-Replayed", "true").body(answer(done));
    }

    private void waitForTurn() {
        try {
            if (!turn.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Overloaded();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Overloaded();
        }
    }

    private static Who who(CommandRequest request) {
        var caller = request.caller();
        return new Who(caller.issuer(), caller.client().value(), caller.subject());
    }

    /** What is known of an action before it is done. */
    private record Entry(UUID id, String requestHash, Who who, Action action, String reason) {

        OperatorAction with(Outcome outcome, Map<String, Object> answer, Instant at) {
            return new OperatorAction(0, id, requestHash, who, at, action.name(), action.target(), reason, outcome,
                    JSON.writeValueAsString(answer));
        }
    }

    /** Carries the answer out of the work. */
    private static final class Kept {
        private Map<String, Object> answer = Map.of();
    }
}
