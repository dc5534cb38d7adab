package exchange.settlement.domain.filing;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import exchange.settlement.domain.Witness;
import exchange.settlement.domain.filing.TradeFilingCommand.FileTrade;
import exchange.settlement.domain.filing.TradeFilingEvent.TradeFiled;
import exchange.settlement.domain.policy.PolicyBook;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A trade that was made elsewhere. Decides by {@link TradeFilingDecision}. */
@AggregateRoot(type = "trade-filing")
public class TradeFiling {

    @SuppressWarnings("UnusedVariable") // read by the framework
    @AggregateIdentifier
    private @Nullable String stream;

    private @Nullable TradeFiled filed;

    /** For the framework, which replays the events afterwards. */
    protected TradeFiling() {}

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    @Nullable
    TradeFiled handle(FileTrade command, Witness witness, PolicyBook policies) {
        TradeFilingDecision.decide(filed, command, witness, policies).forEach(AggregateLifecycle::apply);
        return filed;
    }

    @EventSourcingHandler
    void on(TradeFilingEvent event) {
        stream = event.aggregate().stream();
        filed = TradeFilingEvent.after(filed, event);
    }
}
