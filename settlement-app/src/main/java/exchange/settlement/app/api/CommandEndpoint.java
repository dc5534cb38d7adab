package exchange.settlement.app.api;

import exchange.eventstore.RecordedEvent;
import exchange.settlement.app.command.Commands;
import exchange.settlement.app.command.Envelope;
import exchange.settlement.app.command.IfMatch;
import exchange.settlement.app.command.Outcome;
import exchange.settlement.app.command.StateReader;
import exchange.settlement.app.command.VersionMismatch;
import exchange.settlement.app.security.Role;
import exchange.settlement.app.web.CommandRequest;
import exchange.settlement.app.web.InvalidRequest;
import exchange.settlement.app.web.KeyReused;
import exchange.settlement.app.web.PreconditionFailed;
import exchange.settlement.domain.Command;
import exchange.settlement.domain.Rejection;
import exchange.settlement.domain.SettlementEvent;
import exchange.settlement.domain.TextId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.MDC;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * Takes a client's command from its request to its answer.
 * <p>
 * The answer is the resource as the write side knows it right after the command. A repeat is answered by folding the resource's
 * events up to the command's last one, so it is the same answer, for ever.
 */
public final class CommandEndpoint {

    private static final String REPLAYED = "Idempotency-Replayed";

    private final Commands commands;
    private final StateReader states;
    private final RestWatch rest;
    private final RequestHash hash;
    private final BoundKeys actions;
    private final Admission admission;

    /** An endpoint for all features. */
    public CommandEndpoint(Commands commands, StateReader states, RestWatch rest, RequestHash hash, BoundKeys actions,
            Admission admission) {
        this.commands = commands;
        this.states = states;
        this.rest = rest;
        this.hash = hash;
        this.actions = actions;
        this.admission = admission;
    }

    /** Answers a command that brings a resource into being: 201 with its location. */
    public <S, E extends SettlementEvent> ResponseEntity<Map<String, Object>> create(CommandRequest request,
            Resource<S, E> resource, Function<Intake, Command> read) {
        return answer(request, resource, read, HttpStatus.CREATED, request.ifMatch());
    }

    /** Answers a request about one resource that brings another into being: 201. The version it names is the first one's. */
    public <S, E extends SettlementEvent> ResponseEntity<Map<String, Object>> createBeside(CommandRequest request,
            Resource<S, E> resource, Function<Intake, Command> read) {
        return answer(request, resource, read, HttpStatus.CREATED, Optional.empty());
    }

    /** Answers a step of a resource: 200. */
    public <S, E extends SettlementEvent> ResponseEntity<Map<String, Object>> step(CommandRequest request,
            Resource<S, E> resource, Function<Intake, Command> read) {
        return answer(request, resource, read, HttpStatus.OK, request.ifMatch());
    }

    private <S, E extends SettlementEvent> ResponseEntity<Map<String, Object>> answer(CommandRequest request,
            Resource<S, E> resource, Function<Intake, Command> read, HttpStatus status, Optional<IfMatch> ifMatch) {
        var id = CommandIds.command(request.caller(), request.key());
        Envelope envelope;
        try {
            envelope = envelope(request, new Intake(id, request.body()), read, ifMatch);
        } catch (InvalidRequest noObject) {
            // No body that was accepted under the key looked like this.
            throw accepted(id).isPresent() ? new KeyReused() : noObject;
        }
        try (var _ = MDC.putCloseable("trade", envelope.command().target().stream())) {
            return answer(request, envelope, resource, outcome(request, envelope), status);
        }
    }

    private Envelope envelope(CommandRequest request, Intake intake, Function<Intake, Command> read, Optional<IfMatch> ifMatch) {
        var command = read.apply(intake);
        var requestHash = hash.of(request.method(), request.path(), request.rawBody());
        return new Envelope(command, intake.id(), intake.id(), requestHash, null, request.caller().client().value(),
                request.caller().subject(), intake.texts(), ifMatch, List.of(), request.dryRun());
    }

    private Outcome outcome(CommandRequest request, Envelope envelope) {
        try {
            request.body().verify();
        } catch (InvalidRequest invalid) {
            return earlier(envelope, invalid);
        }
        // Only operators act on the engine itself, so nobody else's commands pay for the question.
        if (request.caller().isAny(Role.OPERATOR) && actions.isBound(envelope.id())) {
            throw new KeyReused();
        }
        return admission.admit(envelope.id(), () -> execute(envelope));
    }

    /**
     * An invalid body under the key of an accepted command is another body; or it is the same, and the rules have become stricter
     * since: then the answer is the first one, as for any repeat.
     */
    private Outcome earlier(Envelope envelope, InvalidRequest invalid) {
        var earlier = accepted(envelope.id()).orElseThrow(() -> invalid);
        sameRequest(envelope, earlier);
        var stream = envelope.command().target().stream();
        if (earlier.events().stream().noneMatch(event -> event.aggregateId().equals(stream))) {
            // What is wrong is the very field that the resource is named by.
            throw invalid;
        }
        return earlier;
    }

    private Optional<Outcome.Repeated> accepted(UUID command) {
        return admission.admit(command, () -> commands.recorded(command));
    }

    private Outcome execute(Envelope envelope) {
        try {
            return commands.execute(envelope);
        } catch (VersionMismatch _) {
            throw new PreconditionFailed();
        }
    }

    private <S, E extends SettlementEvent> ResponseEntity<Map<String, Object>> answer(CommandRequest request, Envelope envelope,
            Resource<S, E> resource, Outcome outcome, HttpStatus status) {
        @SuppressWarnings("unchecked") // each handler returns the state of its own aggregate
        Function<Object, S> state = found -> (S) found;
        return switch (outcome) {
            case Outcome.Tried tried -> ResponseEntity.ok(
                    resource.render().apply(state.apply(Objects.requireNonNull(tried.state()))));
            case Outcome.Nothing _ -> throw Rejection.conflict("nothing-to-do",
                    "Everything is as the request wants it already; nothing was recorded.").asException();
            case Outcome.Recorded recorded -> respond(request, envelope, resource,
                    snapshot(envelope, recorded.events(), state.apply(Objects.requireNonNull(recorded.state()))), status, false);
            case Outcome.Repeated repeated -> {
                sameRequest(envelope, repeated);
                var last = last(envelope, repeated.events());
                var at = states.read(envelope.command().target(), resource.fold(), last.sequence()).orElseThrow();
                yield respond(request, envelope, resource, snapshot(envelope, repeated.events(), at.state()), status, true);
            }
        };
    }

    private <S, E extends SettlementEvent> ResponseEntity<Map<String, Object>> respond(CommandRequest request, Envelope envelope,
            Resource<S, E> resource, Snapshot<S> recorded, HttpStatus status, boolean replayed) {
        var seen = request.waitFor()
                .map(atMost -> rest.await(envelope.command().target(), resource, recorded, atMost))
                .orElse(recorded);
        var answer = ResponseEntity.status(status).eTag("\"" + seen.version() + "\"");
        if (status == HttpStatus.CREATED) {
            answer.header("Location", resource.path() + "/" + id(envelope.command()));
        }
        request.waitFor().ifPresent(atMost -> answer.header("Preference-Applied", "wait=" + atMost.toSeconds()));
        if (replayed) {
            answer.header(REPLAYED, "true");
        }
        return answer.body(body(resource, seen));
    }

    /** The id as it stands in paths: what follows the kind in the name of the stream. */
    private static String id(Command command) {
        var stream = command.target().stream();
        return stream.substring(stream.indexOf('/') + 1);
    }

    /** The resource with its version and position: how every answer about one resource looks. */
    public static <S, E extends SettlementEvent> Map<String, Object> body(Resource<S, E> resource, Snapshot<S> seen) {
        var body = new LinkedHashMap<>(resource.render().apply(seen.state()));
        body.put("version", seen.version());
        body.put("position", Long.toString(seen.position()));
        return body;
    }

    private static void sameRequest(Envelope envelope, Outcome.Repeated repeated) {
        if (!Objects.equals(envelope.requestHash(), repeated.events().getFirst().metaData().get(Commands.REQUEST_HASH))) {
            throw new KeyReused();
        }
    }

    private static <S> Snapshot<S> snapshot(Envelope envelope, List<RecordedEvent> events, S state) {
        return new Snapshot<>(state, last(envelope, events).sequence() + 1, events.getLast().position());
    }

    private static RecordedEvent last(Envelope envelope, List<RecordedEvent> events) {
        var stream = envelope.command().target().stream();
        return events.stream().filter(e -> e.aggregateId().equals(stream)).reduce((_, later) -> later).orElseThrow();
    }

    /**
     * What a command is made of.
     *
     * @param id    the command's id, from which it derives the ids it needs
     * @param body  the request's fields
     * @param texts the free texts that were read so far, by their names
     */
    public record Intake(UUID id, exchange.settlement.app.web.Fields body, Map<TextId, String> texts) {

        private static final String REASON = "reason";
        private static final int REASON_LENGTH_MAX = 500;

        Intake(UUID id, exchange.settlement.app.web.Fields body) {
            this(id, body, new LinkedHashMap<>());
        }

        /** An id for something that the command creates. */
        public UUID derive(String what) {
            return CommandIds.of(id, what);
        }

        /** The name of a free text of so many characters, which goes to the vault with the command. */
        public TextId text(String field, int maxLength) {
            var name = new TextId(derive(field));
            texts.put(name, body.text(field, maxLength));
            return name;
        }

        /** As {@link #text}, or null when the field is not there. */
        public @org.jspecify.annotations.Nullable TextId optionalText(String field, int maxLength) {
            return body.has(field) ? text(field, maxLength) : null;
        }

        /** Why a person takes a step that others must be able to understand later. */
        public TextId reason() {
            return text(REASON, REASON_LENGTH_MAX);
        }

        /** Why, where the step speaks for itself. */
        public @org.jspecify.annotations.Nullable TextId optionalReason() {
            return optionalText(REASON, REASON_LENGTH_MAX);
        }

        /** The name of a text that stays out of events, and goes to the vault with the command. */
        public TextId kept(String field, String text) {
            var name = new TextId(derive(field));
            texts.put(name, text);
            return name;
        }
    }

    /**
     * A resource at one moment.
     *
     * @param state    its state
     * @param version  the number of its events
     * @param position the position of the last event that counts here
     * @param <S>      its type
     */
    public record Snapshot<S>(S state, long version, long position) {}
}
