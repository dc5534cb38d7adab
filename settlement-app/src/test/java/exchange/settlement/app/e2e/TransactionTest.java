package exchange.settlement.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exchange.eventstore.GaplessEventStorageEngine;
import exchange.settlement.app.command.Commands;
import exchange.settlement.app.command.Envelope;
import exchange.settlement.domain.member.MemberCommand.ApplyForMembership;
import exchange.settlement.domain.member.MemberId;
import exchange.settlement.domain.member.MemberRole;
import exchange.settlement.domain.member.TaxpayerType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** With a store of one's own Axon can end up without transactions, silently; then a rollback would leave events behind. */
@ExtendWith(SharedEngine.class)
class TransactionTest {

    private final Commands commands;
    private final CommandBus bus;
    private final GaplessEventStorageEngine log;
    private final Configuration axon;

    TransactionTest(ApplicationContext engine) {
        commands = engine.getBean(Commands.class);
        bus = engine.getBean(CommandBus.class);
        log = engine.getBean(GaplessEventStorageEngine.class);
        axon = engine.getBean(Configuration.class);
    }

    @Test
    void a_command_is_decided_in_a_transaction_of_spring() {
        assertThat(axon.getComponent(TransactionManager.class)).isInstanceOf(SpringTransactionManager.class);
        var inTransaction = new AtomicBoolean();
        try (var _ = bus.registerHandlerInterceptor((_, chain) -> {
            inTransaction.set(TransactionSynchronizationManager.isActualTransactionActive());
            return chain.proceed();
        })) {
            var _ = commands.execute(application());
        }
        assertThat(inTransaction).isTrue();
    }

    @Test
    void what_fails_after_the_append_leaves_nothing_behind() {
        var command = application();
        try (var _ = bus.registerHandlerInterceptor((unitOfWork, chain) -> {
            unitOfWork.onCommit(_ -> {
                throw new IllegalStateException("the last moment");
            });
            return chain.proceed();
        })) {
            assertThatThrownBy(() -> commands.execute(command)).hasStackTraceContaining("the last moment");
        }
        assertThat(log.trace(command.id())).isEmpty();
        assertThat(log.lastSequenceNumberFor(command.command().target().stream())).isEmpty();
    }

    private static Envelope application() {
        var id = UUID.randomUUID();
        return Envelope.step(new ApplyForMembership(new MemberId(id), "data", id.toString(), List.of(MemberRole.PROVIDER),
                TaxpayerType.GENERAL, Instant.now()), id, id, "test", "operator", "operator");
    }
}
