package exchange.settlement.app.api;

import exchange.eventstore.RecordedEvent;
import exchange.settlement.app.command.Commands;
import exchange.settlement.app.command.Envelope;
import exchange.settlement.app.command.Outcome;
import exchange.settlement.app.command.StateReader;
import exchange.settlement.app.command.VersionMismatch;
import exchange.settlement.app.security.Role;
import exchange.settlement.app.web.CommandRequest;
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
import java.util.OptionalLong;
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
        return answer(request, resource, read, HttpStatus.CREATED, OptionalLong.empty());
    }

    /** Answers a step of a resource: 200. */
    public <S, E extends SettlementEvent> ResponseEntity<Map<String, Object>> step(CommandRequest request,
            Resource<S, E> resource, Function<Intake, Command> read) {
        return answer(request, resource, read, HttpStatus.OK, request.ifMatch());
    }

    private <S, E extends SettlementEvent> ResponseEntity<Map<String, Object>> answer(CommandRequest request,
            Resource<S, E> resource, Function<Intake, Command> read, HttpStatus status, OptionalLong ifMatch) {
        var intake = new Intake(CommandIds.command(request.caller(), request.key()), request.body());
        var command = read.apply(intake);
        request.body().verify();
        // Only operators act on the engine itself, so nobody else's commands pay for the question.
        if (request.caller().isAny(Role.OPERATOR) && actions.isBound(intake.id())) {
            throw new KeyReused();
        }
        var requestHash = hash.of(request.method(), request.path(), request.rawBody());
        var envelope = new Envelope(command, intake.id(), intake.id(), requestHash, null, request.caller().client().value(),
                request.caller().subject(), intake.texts(), ifMatch, List.of(), request.dryRun());
        try (var _ = MDC.putCloseable("trade", command.target().stream())) {
            var outcome = admission.admit(intake.id(), () -> execute(envelope));
            return answer(request, envelope, resource, outcome, status);
        }
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
     * @param id   the command's id, from which it derives the ids it needs
     * @param body the request's fields
     */
    public record Intake(UUID id, exchange.settlement.app.web.Fields body, Map<TextId, String> texts) {

        Intake(UUID id, exchange.settlement.app.web.Fields body) {
            this(id, body, new LinkedHashMap<>());
        }

        /** An id for something that the command creates. */
        public UUID derive(String what) {
            return CommandIds.of(id, what);
        }

        /** Why a person takes a step that others must be able to understand later. */
        public TextId reason() {
            var name = new TextId(derive("reason"));
            texts.put(name, body.text("reason", 500));
            return name;
        }

        /** Why, where the step speaks for itself. */
        public @org.jspecify.annotations.Nullable TextId optionalReason() {
            return text("reason");
        }

        /** The name of a text that stays out of events, and goes to the vault with the command. */
        public TextId kept(String field, String text) {
            var name = new TextId(derive(field));
            texts.put(name, text);
            return name;
        }

        /** The name of an optional free text, which goes to the vault with the command. */
        public @org.jspecify.annotations.Nullable TextId text(String field) {
            var text = body.optionalText(field, 2000);
            if (text == null) {
                return null;
            }
            return kept(field, text);
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
