package exchange.settlement.domain.bank;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import exchange.settlement.domain.Witness;
import exchange.settlement.domain.bank.BankReceiptCommand.RecordReceipt;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** One entry of the supervised bank. Decides by {@link BankReceiptDecision}. */
@AggregateRoot(type = "receipt")
public class BankReceipt {

    @SuppressWarnings("UnusedVariable") // read by the framework
    @AggregateIdentifier
    private @Nullable String stream;

    private @Nullable BankReceiptState state;

    /** For the framework, which replays the events afterwards. */
    protected BankReceipt() {}

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    @Nullable
    BankReceiptState handle(RecordReceipt command, Witness witness) {
        return decide(command, witness);
    }

    @EventSourcingHandler
    void on(BankReceiptEvent event) {
        stream = event.aggregate().stream();
        state = BankReceiptState.after(state, event);
    }

    private @Nullable BankReceiptState decide(BankReceiptCommand command, Witness witness) {
        BankReceiptDecision.decide(state, command, witness).forEach(AggregateLifecycle::apply);
        return state;
    }
}
