package exchange.eventstore;

import java.util.Optional;
import java.util.UUID;
import org.axonframework.common.AxonNonTransientException;
import org.jspecify.annotations.Nullable;

/**
 * An event id is recorded already: the command has had its effect before, and has none now.
 * <p>
 * What it recorded then is told by {@link GaplessEventStorageEngine#trace(UUID)}.
 */
public class CommandRepeatedException extends AxonNonTransientException {

    private final UUID eventId;
    private final @Nullable UUID commandId;

    CommandRepeatedException(UUID eventId, @Nullable UUID commandId) {
        super("Event [" + eventId + "] is recorded already"
                + (commandId == null ? "" : ": command [" + commandId + "] is repeated"));
        this.eventId = eventId;
        this.commandId = commandId;
    }

    /** The event that is recorded already. */
    public UUID eventId() {
        return eventId;
    }

    /** The command that is repeated; empty if the event was published without a {@link CommandIdentity}. */
    public Optional<UUID> commandId() {
        return Optional.ofNullable(commandId);
    }
}
