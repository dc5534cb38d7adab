package exchange.settlement.app.proposal;

import static exchange.settlement.app.proposal.ProposalResource.PROPOSALS;

import exchange.eventstore.GaplessEventStorageEngine;
import exchange.settlement.app.api.CommandEndpoint;
import exchange.settlement.app.api.CommandEndpoint.Intake;
import exchange.settlement.app.command.Commands;
import exchange.settlement.app.command.Envelope;
import exchange.settlement.app.engine.PolicyConfiguration;
import exchange.settlement.app.security.Caller;
import exchange.settlement.app.web.CommandRequest;
import exchange.settlement.app.web.PreconditionFailed;
import exchange.settlement.domain.Command;
import exchange.settlement.domain.Rejected;
import exchange.settlement.domain.process.Processes;
import exchange.settlement.domain.proposal.Ground;
import exchange.settlement.domain.proposal.Person;
import exchange.settlement.domain.proposal.ProposalCommand.Propose;
import exchange.settlement.domain.proposal.ProposalId;
import exchange.settlement.domain.proposal.ProposedAction;
import exchange.settlement.projections.json.CanonicalDigest;
import exchange.settlement.projections.json.SettlementJson;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Takes requests for what needs a second person: tries them, so that nobody is asked to approve what is refused anyway, and records them. */
@Component
public final class ProposalDesk {

    private final JsonMapper mapper = SettlementJson.mapper();
    private final CommandEndpoint endpoint;
    private final Commands commands;
    private final GaplessEventStorageEngine log;
    private final Duration openFor;
    private final Supplier<Instant> now;

    ProposalDesk(CommandEndpoint endpoint, Commands commands, GaplessEventStorageEngine log,
            PolicyConfiguration.Settings settings, Supplier<Instant> now) {
        this.endpoint = endpoint;
        this.commands = commands;
        this.log = log;
        this.openFor = settings.proposalsExpireAfter();
        this.now = now;
    }

    /** Answers a request for an action with the proposal that it becomes: 201. The reason for it is the request's. */
    public ResponseEntity<Map<String, Object>> ask(CommandRequest request, Function<Intake, ProposedAction> read) {
        return endpoint.createBeside(request, PROPOSALS, in -> {
            var action = read.apply(in);
            var reason = in.reason();
            in.body().verify();
            var at = now.get();
            var command = Processes.command(action, reason, at);
            var ground = ground(command);
            if (request.ifMatch().filter(expected -> !expected.admits(ground.version())).isPresent()) {
                throw new PreconditionFailed();
            }
            rehearse(command, in, request.caller());
            return new Propose(new ProposalId(in.derive("proposal")), action,
                    CanonicalDigest.of(mapper.writerFor(ProposedAction.class).writeValueAsString(action)), List.of(ground),
                    person(request.caller()), reason, at.plus(openFor), at);
        });
    }

    /** The person behind a request. */
    static Person person(Caller caller) {
        return new Person(caller.issuer(), caller.subject());
    }

    private Ground ground(Command command) {
        var stream = command.target().stream();
        return new Ground(stream, log.lastSequenceNumberFor(stream).orElse(-1L) + 1);
    }

    private void rehearse(Command command, Intake in, Caller caller) {
        UUID id = in.derive("rehearsal");
        try {
            var _ = commands.execute(
                    Envelope.step(command, id, id, in.id().toString(), caller.client().value(), caller.subject()).tried());
        } catch (Rejected refused) {
            // Who repeats a request that was taken gets its answer again, whatever has become of the order since.
            if (commands.recorded(in.id()).isEmpty()) {
                throw refused;
            }
        }
    }
}
