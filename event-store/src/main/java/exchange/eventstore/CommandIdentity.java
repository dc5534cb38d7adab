package exchange.eventstore;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Gives the n-th event of a command the id UUIDv5(command id, n), which makes the unique event id of the log the
 * command index too: a repeated command cannot record its events twice.
 * <p>
 * Register it as a dispatch interceptor of the event store. A command is recognised by the metadata entry
 * {@link #COMMAND_ID}: that of the event itself, if it has one, or else that of the message that the root unit of work
 * handles, unless this is an event, whose id would be that of the command which caused it. Events are counted from 0
 * per command over the whole root unit of work, in the order in which they are appended; events of no command keep the
 * ids that they have.
 * <p>
 * A command that is handled nested in another message's unit of work is told apart only if its events carry its id:
 * register {@link #correlation()} where such commands are dispatched.
 */
public final class CommandIdentity implements MessageDispatchInterceptor<EventMessage<?>> {

    /** Key of the metadata entry of a command that holds its id, a UUID as text. */
    public static final String COMMAND_ID = "commandId";

    private static final String RESOURCE = CommandIdentity.class.getName();

    /** The id of the n-th event of a command, n counting from 0. */
    public static UUID eventId(UUID commandId, int n) {
        return NameBasedUuid.uuid5(commandId, Integer.toString(n));
    }

    /** Copies the id of a command, and of commands only, to the metadata of the events that it publishes. */
    public static CorrelationDataProvider correlation() {
        return message -> {
            UUID commandId = message instanceof CommandMessage ? commandId(message) : null;
            return commandId == null ? Map.of() : Map.of(COMMAND_ID, commandId.toString());
        };
    }

    @Override
    public BiFunction<Integer, EventMessage<?>, EventMessage<?>> handle(List<? extends EventMessage<?>> events) {
        if (!CurrentUnitOfWork.isStarted()) {
            return (_, event) -> event;
        }
        UnitOfWork<?> root = CurrentUnitOfWork.get().root();
        Map<UUID, Integer> counts = root.getOrComputeResource(RESOURCE, _ -> new HashMap<UUID, Integer>());
        return (_, event) -> {
            UUID commandId = commandId(event, root);
            return commandId == null
                    ? event
                    : renamed(event, eventId(commandId, counts.merge(commandId, 1, Integer::sum) - 1));
        };
    }

    /** The command that an event belongs to, or null if it belongs to none. */
    static @Nullable UUID commandId(EventMessage<?> event, @Nullable UnitOfWork<?> root) {
        UUID own = commandId(event);
        if (own != null || root == null) {
            return own;
        }
        Message<?> handled = root.getMessage();
        return handled == null || handled instanceof EventMessage ? null : commandId(handled);
    }

    private static @Nullable UUID commandId(Message<?> message) {
        Object value = message.getMetaData().get(COMMAND_ID);
        return value == null ? null : UUID.fromString(value.toString());
    }

    private static <T> EventMessage<T> renamed(EventMessage<T> event, UUID id) {
        Message<T> message = new RenamedMessage<>(event, id.toString());
        if (event instanceof DomainEventMessage<T> domainEvent) {
            return new GenericDomainEventMessage<>(domainEvent.getType(), domainEvent.getAggregateIdentifier(),
                    domainEvent.getSequenceNumber(), message, event::getTimestamp);
        }
        return new GenericEventMessage<>(message, event::getTimestamp);
    }
}
