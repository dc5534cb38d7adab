package exchange.eventstore;

import static exchange.eventstore.EngineUnderTest.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.SerializedMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.Test;

class CommandIdentityTest {

    private static final UUID COMMAND = UUID.fromString("8c9a3f0e-5ac8-4f2b-9f0e-0d6a3b1c2d4e");
    private static final UUID OTHER = UUID.fromString("f2b0b1c8-7f0f-4a53-8a0e-2b5c6d7e8f90");

    @Test
    void an_event_keeps_everything_but_its_id() {
        Instant time = Instant.parse("2026-03-01T08:00:00Z");
        DomainEventMessage<?> event = new GenericDomainEventMessage<>("Notebook", "a", 4, new Noted("one"),
                Map.of("actor", "b"), UUID.randomUUID().toString(), time);
        DomainEventMessage<?> renamed = (DomainEventMessage<?>) intercept(command(COMMAND), event).getFirst();
        assertThat(renamed.getIdentifier()).isEqualTo(id(COMMAND, 0));
        assertThat(renamed.getType()).isEqualTo("Notebook");
        assertThat(renamed.getAggregateIdentifier()).isEqualTo("a");
        assertThat(renamed.getSequenceNumber()).isEqualTo(4);
        assertThat(renamed.getPayload()).isEqualTo(event.getPayload());
        assertThat(renamed.getMetaData()).isEqualTo(event.getMetaData());
        assertThat(renamed.getTimestamp()).isEqualTo(time);
        assertThat(renamed.andMetaData(Map.of("more", 1)).getIdentifier()).isEqualTo(id(COMMAND, 0));
    }

    @Test
    void a_serialised_payload_is_not_read() {
        SerializedObject<byte[]> unreadable = new SimpleSerializedObject<>(new byte[]{1}, byte[].class,
                Noted.class.getName(), null);
        Jackson3Serializer serializer = Jackson3Serializer.builder().build();
        SerializedObject<byte[]> none = serializer.serialize(MetaData.emptyInstance(), byte[].class);
        EventMessage<?> event = new GenericEventMessage<>(
                new SerializedMessage<Noted>("any", unreadable, none, serializer), () -> Instant.EPOCH);
        EventMessage<?> renamed = intercept(new GenericCommandMessage<>("command",
                Map.of(CommandIdentity.COMMAND_ID, COMMAND.toString())), event).getFirst();
        assertThat(renamed.serializePayload(serializer, byte[].class).getData()).containsExactly(1);
    }

    @Test
    void events_of_no_command_keep_their_ids() {
        EventMessage<?> event = event("a", 0, "one");
        assertThat(intercept(new GenericCommandMessage<>("no id"), event).getFirst()).isSameAs(event);
        assertThat(new CommandIdentity().handle(List.of(event)).apply(0, event)).isSameAs(event);
    }

    @Test
    void what_an_event_handler_publishes_is_not_taken_for_an_event_of_the_causing_command() {
        EventMessage<?> event = event("a", 0, "one");
        Message<?> cause = new GenericEventMessage<>("cause", Map.of(CommandIdentity.COMMAND_ID, COMMAND.toString()));
        assertThat(intercept(cause, event).getFirst()).isSameAs(event);
    }

    @Test
    void events_that_carry_the_id_of_a_nested_command_are_counted_apart() {
        Map<String, String> other = Map.of(CommandIdentity.COMMAND_ID, OTHER.toString());
        assertThat(intercept(command(COMMAND), event("a", 0, "one"), event("b", 0, "two").andMetaData(other),
                event("a", 1, "three"), event("b", 1, "four").andMetaData(other))).extracting(Message::getIdentifier)
                .containsExactly(id(COMMAND, 0), id(OTHER, 0), id(COMMAND, 1), id(OTHER, 1));
    }

    @Test
    void correlation_copies_the_id_of_commands_only() {
        assertThat(CommandIdentity.correlation().correlationDataFor(command(COMMAND)))
                .isEqualTo(Map.of(CommandIdentity.COMMAND_ID, COMMAND.toString()));
        assertThat(CommandIdentity.correlation().correlationDataFor(new GenericCommandMessage<>("no id")).keySet()).isEmpty();
        assertThat(CommandIdentity.correlation().correlationDataFor(
                new GenericEventMessage<>("cause", Map.of(CommandIdentity.COMMAND_ID, COMMAND.toString()))).keySet()).isEmpty();
    }

    private static List<EventMessage<?>> intercept(Message<?> handled, EventMessage<?>... events) {
        UnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(handled);
        try {
            var function = new CommandIdentity().handle(List.of(events));
            return Stream.of(events).<EventMessage<?>>map(event -> function.apply(0, event)).toList();
        } finally {
            unitOfWork.rollback();
        }
    }

    private static Message<?> command(UUID id) {
        return new GenericCommandMessage<>("command", Map.of(CommandIdentity.COMMAND_ID, id.toString()));
    }

    private static String id(UUID command, int n) {
        return CommandIdentity.eventId(command, n).toString();
    }
}
