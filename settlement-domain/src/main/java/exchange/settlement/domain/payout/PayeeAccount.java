package exchange.settlement.domain.payout;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import exchange.settlement.domain.Witness;
import exchange.settlement.domain.payout.PayeeCommand.SetPayeeAccount;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The bank account that a member is paid out to in one currency. Decides by {@link PayeeDecision}. */
@AggregateRoot(type = "payee-account")
public class PayeeAccount {

    @SuppressWarnings("UnusedVariable") // read by the framework
    @AggregateIdentifier
    private @Nullable String stream;

    private @Nullable PayeeState state;

    /** For the framework, which replays the events afterwards. */
    protected PayeeAccount() {}

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    @Nullable
    PayeeState handle(SetPayeeAccount command, Witness witness) {
        PayeeDecision.decide(state, command, witness).forEach(AggregateLifecycle::apply);
        return state;
    }

    @EventSourcingHandler
    void on(PayeeEvent event) {
        stream = event.aggregate().stream();
        state = PayeeState.after(state, event);
    }
}
