package exchange.settlement.domain.proposal;

import exchange.settlement.domain.Command;
import exchange.settlement.domain.TextId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of a proposal. */
public sealed interface ProposalCommand extends Command {

    /** The proposal that is asked. */
    ProposalId proposal();

    @Override
    default ProposalId target() {
        return proposal();
    }

    /** Somebody asks for an action, on the ground as it is; the digest is that of the action, for whoever approves to repeat. */
    record Propose(ProposalId proposal, ProposedAction action, String digest, List<Ground> grounds, Person by,
            @Nullable TextId reason, Instant expiresAt, Instant at) implements ProposalCommand {}

    /** A second person approves exactly what the digest stands for. */
    record ApproveProposal(ProposalId proposal, String digest, Person by, @Nullable TextId reason,
            Instant at) implements ProposalCommand {}

    /** A second person turns it down. */
    record DeclineProposal(ProposalId proposal, Person by, @Nullable TextId reason, Instant at) implements ProposalCommand {}

    /** Whoever asked takes it back. */
    record WithdrawProposal(ProposalId proposal, Person by, @Nullable TextId reason, Instant at) implements ProposalCommand {}

    /** A process tells that the action was carried out. */
    record NoteExecuted(ProposalId proposal, Instant at) implements ProposalCommand {}

    /** A process tells that the action was refused when its time came, or that its ground had moved. */
    record LapseProposal(ProposalId proposal, String code, Instant at) implements ProposalCommand {}
}
