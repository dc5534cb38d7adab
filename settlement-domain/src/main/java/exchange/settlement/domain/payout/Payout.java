package exchange.settlement.domain.payout;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import exchange.settlement.domain.Witness;
import exchange.settlement.domain.bank.PaymentEntryEvent.PaymentClaimed;
import exchange.settlement.domain.payout.PayoutCommand.ConfirmPayout;
import exchange.settlement.domain.payout.PayoutCommand.NoteDebited;
import exchange.settlement.domain.payout.PayoutCommand.RefusePayout;
import exchange.settlement.domain.payout.PayoutCommand.ReportUnknownOutcome;
import exchange.settlement.domain.payout.PayoutCommand.RequestPayout;
import exchange.settlement.domain.payout.PayoutCommand.ReturnPayout;
import exchange.settlement.domain.payout.PayoutCommand.SendPayout;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A member's money on its way out (出金). Decides by {@link PayoutDecision}; owns {@code payout/{id}}. */
@AggregateRoot(type = "payout")
public class Payout {

    @SuppressWarnings("UnusedVariable") // read by the framework
    @AggregateIdentifier
    private @Nullable String stream;

    private @Nullable PayoutState state;

    /** For the framework, which replays the events afterwards. */
    protected Payout() {}

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    @Nullable
    PayoutState handle(RequestPayout command, Witness witness) {
        return decide(command, witness);
    }

    @CommandHandler
    @Nullable
    PayoutState handle(NoteDebited command, Witness witness) {
        return decide(command, witness);
    }

    @CommandHandler
    @Nullable
    PayoutState handle(RefusePayout command, Witness witness) {
        return decide(command, witness);
    }

    @CommandHandler
    @Nullable
    PayoutState handle(SendPayout command, Witness witness) {
        return decide(command, witness);
    }

    @CommandHandler
    @Nullable
    PayoutState handle(ReportUnknownOutcome command, Witness witness) {
        return decide(command, witness);
    }

    @CommandHandler
    @Nullable
    PayoutState handle(ConfirmPayout command, Witness witness) throws Exception {
        var after = decide(command, witness);
        // Claimed in the same append: whoever comes second with this entry of the bank finds its stream begun.
        var claimed = new PaymentClaimed(command.entry(), command.bankAccount(), command.bankReference(),
                command.payout().value(), command.at());
        AggregateLifecycle.createNew(PaymentEntry.class, () -> new PaymentEntry(claimed));
        return after;
    }

    @CommandHandler
    @Nullable
    PayoutState handle(ReturnPayout command, Witness witness) {
        return decide(command, witness);
    }

    @EventSourcingHandler
    void on(PayoutEvent event) {
        stream = event.aggregate().stream();
        state = PayoutState.after(state, event);
    }

    private @Nullable PayoutState decide(PayoutCommand command, Witness witness) {
        PayoutDecision.decide(state, command, witness).forEach(AggregateLifecycle::apply);
        return state;
    }
}
