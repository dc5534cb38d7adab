package exchange.settlement.domain.account;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import exchange.settlement.domain.account.FeeCommand.CollectFee;
import exchange.settlement.domain.account.FeeEvent.FeeCollected;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The fees that the exchange has earned (手续费), until they are swept out. Owns {@code exchange/fees} and {@code exchange/vat}. */
@AggregateRoot(type = "fees")
public class FeeAccount {

    @SuppressWarnings("UnusedVariable") // read by the framework
    @AggregateIdentifier
    private @Nullable String stream;

    /** For the framework, which replays the events afterwards. */
    protected FeeAccount() {}

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void handle(CollectFee command) {
        AggregateLifecycle.apply(new FeeCollected(command.order(), command.fee(), command.feeVat(), command.at()));
    }

    @EventSourcingHandler
    void on(FeeEvent event) {
        stream = event.aggregate().stream();
    }
}
