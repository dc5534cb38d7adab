package exchange.settlement.domain.proposal;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import exchange.settlement.domain.proposal.ProposalCommand.ApproveProposal;
import exchange.settlement.domain.proposal.ProposalCommand.DeclineProposal;
import exchange.settlement.domain.proposal.ProposalCommand.LapseProposal;
import exchange.settlement.domain.proposal.ProposalCommand.NoteExecuted;
import exchange.settlement.domain.proposal.ProposalCommand.Propose;
import exchange.settlement.domain.proposal.ProposalCommand.WithdrawProposal;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Something that two people have to agree on. Decides by {@link ProposalDecision}. */
@AggregateRoot(type = "proposal")
public class Proposal {

    @SuppressWarnings("UnusedVariable") // read by the framework
    @AggregateIdentifier
    private @Nullable String stream;

    private @Nullable ProposalState state;

    /** For the framework, which replays the events afterwards. */
    protected Proposal() {}

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    @Nullable
    ProposalState handle(Propose command) {
        return decide(command);
    }

    @CommandHandler
    @Nullable
    ProposalState handle(ApproveProposal command) {
        return decide(command);
    }

    @CommandHandler
    @Nullable
    ProposalState handle(DeclineProposal command) {
        return decide(command);
    }

    @CommandHandler
    @Nullable
    ProposalState handle(WithdrawProposal command) {
        return decide(command);
    }

    @CommandHandler
    @Nullable
    ProposalState handle(NoteExecuted command) {
        return decide(command);
    }

    @CommandHandler
    @Nullable
    ProposalState handle(LapseProposal command) {
        return decide(command);
    }

    @EventSourcingHandler
    void on(ProposalEvent event) {
        stream = event.aggregate().stream();
        state = ProposalState.after(state, event);
    }

    private @Nullable ProposalState decide(ProposalCommand command) {
        ProposalDecision.decide(state, command).forEach(AggregateLifecycle::apply);
        return state;
    }
}
