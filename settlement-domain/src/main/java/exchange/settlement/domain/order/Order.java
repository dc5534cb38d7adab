package exchange.settlement.domain.order;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import exchange.settlement.domain.Witness;
import exchange.settlement.domain.order.OrderCommand.AcceptOrder;
import exchange.settlement.domain.order.OrderCommand.AwardOrder;
import exchange.settlement.domain.order.OrderCommand.CancelOrder;
import exchange.settlement.domain.order.OrderCommand.ConfirmOrder;
import exchange.settlement.domain.order.OrderCommand.DeliverOrder;
import exchange.settlement.domain.order.OrderCommand.DisputeOrder;
import exchange.settlement.domain.order.OrderCommand.ExpireOrder;
import exchange.settlement.domain.order.OrderCommand.FundOrder;
import exchange.settlement.domain.order.OrderCommand.NoteFunded;
import exchange.settlement.domain.order.OrderCommand.NoteRefunded;
import exchange.settlement.domain.order.OrderCommand.NoteReleased;
import exchange.settlement.domain.order.OrderCommand.PlaceOrder;
import exchange.settlement.domain.order.OrderCommand.RefundOrder;
import exchange.settlement.domain.order.OrderCommand.RefuseFunding;
import exchange.settlement.domain.order.OrderCommand.RejectOrder;
import exchange.settlement.domain.policy.PolicyBook;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** One trade, from placing to settlement. Decides by {@link OrderDecision}. */
@AggregateRoot(type = "order")
public class Order {

    @SuppressWarnings("UnusedVariable") // read by the framework
    @AggregateIdentifier
    private @Nullable String stream;

    private @Nullable OrderState state;

    /** For the framework, which replays the events afterwards. */
    protected Order() {}

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    @Nullable
    OrderState handle(PlaceOrder command, Witness witness, PolicyBook policies) {
        return decide(command, witness, policies);
    }

    @CommandHandler
    @Nullable
    OrderState handle(ConfirmOrder command, Witness witness, PolicyBook policies) {
        return decide(command, witness, policies);
    }

    @CommandHandler
    @Nullable
    OrderState handle(RejectOrder command, Witness witness, PolicyBook policies) {
        return decide(command, witness, policies);
    }

    @CommandHandler
    @Nullable
    OrderState handle(CancelOrder command, Witness witness, PolicyBook policies) {
        return decide(command, witness, policies);
    }

    @CommandHandler
    @Nullable
    OrderState handle(FundOrder command, Witness witness, PolicyBook policies) {
        return decide(command, witness, policies);
    }

    @CommandHandler
    @Nullable
    OrderState handle(DeliverOrder command, Witness witness, PolicyBook policies) {
        return decide(command, witness, policies);
    }

    @CommandHandler
    @Nullable
    OrderState handle(AcceptOrder command, Witness witness, PolicyBook policies) {
        return decide(command, witness, policies);
    }

    @CommandHandler
    @Nullable
    OrderState handle(DisputeOrder command, Witness witness, PolicyBook policies) {
        return decide(command, witness, policies);
    }

    @CommandHandler
    @Nullable
    OrderState handle(RefundOrder command, Witness witness, PolicyBook policies) {
        return decide(command, witness, policies);
    }

    @CommandHandler
    @Nullable
    OrderState handle(AwardOrder command, Witness witness, PolicyBook policies) {
        return decide(command, witness, policies);
    }

    @CommandHandler
    @Nullable
    OrderState handle(ExpireOrder command, Witness witness, PolicyBook policies) {
        return decide(command, witness, policies);
    }

    @CommandHandler
    @Nullable
    OrderState handle(RefuseFunding command, Witness witness, PolicyBook policies) {
        return decide(command, witness, policies);
    }

    @CommandHandler
    @Nullable
    OrderState handle(NoteFunded command, Witness witness, PolicyBook policies) {
        return decide(command, witness, policies);
    }

    @CommandHandler
    @Nullable
    OrderState handle(NoteReleased command, Witness witness, PolicyBook policies) {
        return decide(command, witness, policies);
    }

    @CommandHandler
    @Nullable
    OrderState handle(NoteRefunded command, Witness witness, PolicyBook policies) {
        return decide(command, witness, policies);
    }

    @EventSourcingHandler
    void on(OrderEvent event) {
        stream = event.aggregate().stream();
        state = OrderState.after(state, event);
    }

    private @Nullable OrderState decide(OrderCommand command, Witness witness, PolicyBook policies) {
        OrderDecision.decide(state, command, witness, policies).forEach(AggregateLifecycle::apply);
        return state;
    }
}
