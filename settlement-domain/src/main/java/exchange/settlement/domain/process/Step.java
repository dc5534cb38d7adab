package exchange.settlement.domain.process;

import exchange.settlement.domain.Command;
import exchange.settlement.domain.proposal.Ground;
import exchange.settlement.domain.proposal.ProposalCommand;
import exchange.settlement.domain.proposal.ProposalCommand.LapseProposal;
import exchange.settlement.domain.proposal.ProposalCommand.NoteExecuted;
import exchange.settlement.domain.proposal.ProposalId;
import java.util.List;

/** What a process has done next. */
public sealed interface Step {

    /** The command to be sent. */
    Command command();

    /**
     * A command that is not refused: if it is, something is wrong, and the trade waits for an operator.
     *
     * @param command the command
     */
    record Send(Command command) implements Step {}

    /**
     * A command that may be refused, on behalf of a proposal that hears what came of it.
     *
     * @param proposal the approved proposal
     * @param command  what was approved
     * @param grounds  the versions that must still hold when it is recorded
     */
    record Attempt(ProposalId proposal, Command command, List<Ground> grounds) implements Step {

        public Attempt {
            grounds = List.copyOf(grounds);
        }

        /** To be sent when the command is durable. */
        public ProposalCommand executed() {
            return new NoteExecuted(proposal, command.at());
        }

        /** To be sent when it was refused with a code. */
        public ProposalCommand lapsed(String code) {
            return new LapseProposal(proposal, code, command.at());
        }
    }
}
