package exchange.settlement.domain.payout;

import exchange.settlement.domain.bank.PaymentEntryEvent;
import exchange.settlement.domain.bank.PaymentEntryEvent.PaymentClaimed;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** An entry by which the bank paid: exists so that it confirms one payout only. Claimed by {@link Payout} in the confirming command. */
@AggregateRoot(type = "payment")
public class PaymentEntry {

    @SuppressWarnings("UnusedVariable") // read by the framework
    @AggregateIdentifier
    private @Nullable String stream;

    /** For the framework, which replays the events afterwards. */
    protected PaymentEntry() {}

    PaymentEntry(PaymentClaimed claimed) {
        AggregateLifecycle.apply(claimed);
    }

    @EventSourcingHandler
    void on(PaymentEntryEvent event) {
        stream = event.entry().stream();
    }
}
