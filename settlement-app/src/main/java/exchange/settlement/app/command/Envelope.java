package exchange.settlement.app.command;

import exchange.settlement.domain.Command;
import exchange.settlement.domain.TextId;
import exchange.settlement.domain.proposal.Ground;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A command and what goes with it.
 *
 * @param command     what is asked
 * @param id          makes it one effect: derived from client and key, or from the causing event
 * @param root        the client command that everything began with
 * @param requestHash keyed hash of the request; null for steps of processes
 * @param cause       the id of the causing event; null for clients' commands
 * @param client      on whose behalf
 * @param subject     the person or program behind the client
 * @param texts       free texts that the command names, to be kept in the vault with it
 * @param ifMatch     the versions that the target may have; empty when there is no such condition
 * @param grounds     the versions that aggregates must have when it is recorded
 * @param dryRun      decide, but record nothing
 */
public record Envelope(Command command, UUID id, UUID root, @Nullable String requestHash, @Nullable String cause, String client,
        String subject, Map<TextId, String> texts, Optional<IfMatch> ifMatch, List<Ground> grounds, boolean dryRun) {

    public Envelope {
        grounds = List.copyOf(grounds);
    }

    /** The same command, resting on other aggregates as somebody has seen them. */
    public Envelope on(List<Ground> seen) {
        return new Envelope(command, id, root, requestHash, cause, client, subject, texts, ifMatch, seen, dryRun);
    }

    /** The same command, decided but not recorded. */
    public Envelope tried() {
        return new Envelope(command, id, root, requestHash, cause, client, subject, texts, ifMatch, grounds, true);
    }

    /** A step of a process. */
    public static Envelope step(Command command, UUID id, UUID root, String cause, String client, String subject) {
        return new Envelope(command, id, root, null, cause, client, subject, Map.of(), Optional.empty(), List.of(), false);
    }
}
