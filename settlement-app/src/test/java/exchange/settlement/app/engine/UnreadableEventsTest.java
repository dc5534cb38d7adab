package exchange.settlement.app.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exchange.eventstore.ReferenceEventStorageEngine;
import exchange.settlement.app.command.Commands;
import exchange.settlement.app.command.Envelope;
import exchange.settlement.app.command.StateReader;
import exchange.settlement.app.command.StreamSignals;
import exchange.settlement.app.command.Vault;
import exchange.settlement.app.eventlog.EventSerializer;
import exchange.settlement.domain.ClientId;
import exchange.settlement.domain.order.OrderCommand.ConfirmOrder;
import exchange.settlement.domain.order.OrderId;
import exchange.settlement.domain.order.OrderState;
import exchange.settlement.domain.policy.PolicyBook;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.UnknownSerializedType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** An event that this engine cannot read stops whoever needs it: nothing is decided or answered on half a history. */
class UnreadableEventsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T01:30:00Z");
    private static final OrderId ORDER = new OrderId(UUID.fromString("0b7e3c52-4f0d-5a8e-9c61-2d1f5a7b9e01"));
    private static final UUID COMMAND = UUID.fromString("7cefadc9-b07e-5bf5-8dd8-9e90c1e24d08");

    private final ReferenceEventStorageEngine log = new ReferenceEventStorageEngine(Clock.fixed(NOW, ZoneOffset.UTC));
    private final StateReader reader = new StateReader(log);

    @BeforeEach
    void record_an_event_of_the_future() {
        var serializer = new EventSerializer();
        var unknown = new UnknownSerializedType(serializer,
                new SimpleSerializedObject<>("{}", String.class, "order.vanished", "1"));
        log.appendEvents(List.of(new GenericDomainEventMessage<>("order", ORDER.stream(), 0, unknown)));
    }

    @Test
    void a_state_is_not_made_up() {
        assertThatThrownBy(() -> reader.now(ORDER, OrderState::after)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cannot read").hasMessageContaining(ORDER.stream());
    }

    @Test
    void a_command_is_not_decided() {
        var axon = new AxonConfiguration().axon(log, NoTransactionManager.instance(), new EventSerializer(), reader,
                new PolicyBook(List.of()), new Vault(new JdbcTemplate()));
        try {
            var commands = new Commands(axon.commandBus(), log, new StreamSignals(), new SimpleMeterRegistry());
            var command = new ConfirmOrder(ORDER, new ClientId("marketplace"), NOW);

            assertThatThrownBy(() -> commands.execute(Envelope.step(command, COMMAND, COMMAND, "cause", "marketplace", "test")))
                    .hasStackTraceContaining("cannot read");
            assertThat(log.head()).as("nothing was recorded")
                    .isEqualTo(log.lastSequenceNumberFor(ORDER.stream()).orElseThrow() + 1);
        } finally {
            axon.shutdown();
        }
    }
}
