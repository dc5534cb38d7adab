package exchange.settlement.domain.proposal;

import exchange.settlement.domain.proposal.ProposalCommand.ApproveProposal;
import exchange.settlement.domain.proposal.ProposalCommand.DeclineProposal;
import exchange.settlement.domain.proposal.ProposalCommand.LapseProposal;
import exchange.settlement.domain.proposal.ProposalCommand.NoteExecuted;
import exchange.settlement.domain.proposal.ProposalCommand.Propose;
import exchange.settlement.domain.proposal.ProposalCommand.WithdrawProposal;
import exchange.settlement.domain.proposal.ProposalEvent.ProposalApproved;
import exchange.settlement.domain.proposal.ProposalEvent.ProposalDeclined;
import exchange.settlement.domain.proposal.ProposalEvent.ProposalExecuted;
import exchange.settlement.domain.proposal.ProposalEvent.ProposalLapsed;
import exchange.settlement.domain.proposal.ProposalEvent.ProposalMade;
import exchange.settlement.domain.proposal.ProposalEvent.ProposalWithdrawn;
import exchange.settlement.domain.proposal.ProposalState.Status;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides what becomes of a proposal. It alone decides between approval, decline and withdrawal. */
public final class ProposalDecision {

    private ProposalDecision() {}

    /** The events that a command causes; empty when a repeated step has nothing left to do. */
    public static List<ProposalEvent> decide(@Nullable ProposalState state, ProposalCommand command) {
        return switch (command) {
            case Propose c -> List.of(made(state, c));
            case ApproveProposal c -> List.of(approved(open(state, c.at()), c));
            case DeclineProposal c -> List.of(declined(open(state, c.at()), c));
            case WithdrawProposal c -> List.of(withdrawn(open(state, c.at()), c));
            case NoteExecuted c -> {
                var proposal = ProposalState.existing(state);
                yield proposal.status() == Status.APPROVED
                        ? List.of(new ProposalExecuted(c.proposal(), proposal.action(), c.at()))
                        : List.of();
            }
            case LapseProposal c -> {
                var proposal = ProposalState.existing(state);
                yield proposal.status() == Status.APPROVED
                        ? List.of(new ProposalLapsed(c.proposal(), proposal.action(), c.code(), c.at()))
                        : List.of();
            }
        };
    }

    private static ProposalEvent made(@Nullable ProposalState state, Propose c) {
        if (state != null) {
            throw ProposalRejection.alreadyMade().asException();
        }
        return new ProposalMade(c.proposal(), c.action(), c.digest(), c.grounds(), c.by(), c.reason(), c.expiresAt(), c.at());
    }

    private static ProposalEvent approved(ProposalState proposal, ApproveProposal c) {
        second(proposal, c.by());
        if (!proposal.digest().equals(c.digest())) {
            throw ProposalRejection.otherDigest().asException();
        }
        return new ProposalApproved(c.proposal(), proposal.action(), proposal.grounds(), proposal.reason(), c.by(), c.reason(),
                c.at());
    }

    private static ProposalEvent declined(ProposalState proposal, DeclineProposal c) {
        second(proposal, c.by());
        return new ProposalDeclined(c.proposal(), proposal.action(), c.by(), c.reason(), c.at());
    }

    private static ProposalEvent withdrawn(ProposalState proposal, WithdrawProposal c) {
        if (!proposal.askedBy().equals(c.by())) {
            throw ProposalRejection.anotherPerson().asException();
        }
        return new ProposalWithdrawn(c.proposal(), proposal.action(), c.by(), c.reason(), c.at());
    }

    private static void second(ProposalState proposal, Person by) {
        if (proposal.askedBy().equals(by)) {
            throw ProposalRejection.samePerson().asException();
        }
    }

    private static ProposalState open(@Nullable ProposalState state, Instant at) {
        var proposal = ProposalState.existing(state);
        return switch (proposal.statusAt(at)) {
            case OPEN -> proposal;
            case EXPIRED -> throw ProposalRejection.expired().asException();
            case APPROVED, EXECUTED, LAPSED, DECLINED, WITHDRAWN ->
                throw ProposalRejection.wrongStatus(proposal.status()).asException();
        };
    }
}
