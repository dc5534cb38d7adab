package exchange.settlement.domain.escrow;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import exchange.settlement.domain.escrow.EscrowCommand.CloseEscrow;
import exchange.settlement.domain.escrow.EscrowCommand.FundEscrow;
import exchange.settlement.domain.escrow.EscrowCommand.OpenEscrow;
import exchange.settlement.domain.escrow.EscrowCommand.RefundEscrow;
import exchange.settlement.domain.escrow.EscrowCommand.ReleaseEscrow;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The escrow of one order. Decides by {@link EscrowDecision}; owns {@code escrow/{order}}. */
@AggregateRoot(type = "escrow")
public class Escrow {

    @SuppressWarnings("UnusedVariable") // read by the framework
    @AggregateIdentifier
    private @Nullable String stream;

    private @Nullable EscrowState state;

    /** For the framework, which replays the events afterwards. */
    protected Escrow() {}

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    @Nullable
    EscrowState handle(OpenEscrow command) {
        return decide(command);
    }

    @CommandHandler
    @Nullable
    EscrowState handle(FundEscrow command) {
        return decide(command);
    }

    @CommandHandler
    @Nullable
    EscrowState handle(ReleaseEscrow command) {
        return decide(command);
    }

    @CommandHandler
    @Nullable
    EscrowState handle(RefundEscrow command) {
        return decide(command);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    @Nullable
    EscrowState handle(CloseEscrow command) {
        return decide(command);
    }

    @EventSourcingHandler
    void on(EscrowEvent event) {
        stream = event.aggregate().stream();
        state = EscrowState.after(state, event);
    }

    private @Nullable EscrowState decide(EscrowCommand command) {
        EscrowDecision.decide(state, command).forEach(AggregateLifecycle::apply);
        return state;
    }
}
