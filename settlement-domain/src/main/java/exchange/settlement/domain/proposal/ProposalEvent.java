package exchange.settlement.domain.proposal;

import exchange.settlement.domain.EventType;
import exchange.settlement.domain.SettlementEvent;
import exchange.settlement.domain.TextId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to a proposal. Written by {@link Proposal} only. */
public sealed interface ProposalEvent extends SettlementEvent {

    /** The proposal it happened to. */
    ProposalId proposal();

    /** What was asked for. */
    ProposedAction action();

    @Override
    default ProposalId aggregate() {
        return proposal();
    }

    @Override
    default Optional<UUID> trade() {
        return switch (action()) {
            case ProposedAction.Award award -> Optional.of(award.order().value());
            case ProposedAction.GrantOfMandate _,ProposedAction.SetPayeeAccount _,ProposedAction.Filing _ -> Optional.empty();
        };
    }

    /** Somebody asked. Nothing is done yet. */
    @EventType("proposal.made")
    record ProposalMade(ProposalId proposal, ProposedAction action, String digest, List<Ground> grounds, Person by,
            @Nullable TextId reason, Instant expiresAt, Instant at) implements ProposalEvent {

        public ProposalMade {
            grounds = List.copyOf(grounds);
        }
    }

    /** A second person agreed; the action is carried out now, if its ground is as it was. */
    @EventType("proposal.approved")
    record ProposalApproved(ProposalId proposal, ProposedAction action, List<Ground> grounds, @Nullable TextId asked, Person by,
            @Nullable TextId reason, Instant at) implements ProposalEvent {

        public ProposalApproved {
            grounds = List.copyOf(grounds);
        }
    }

    /** A second person did not agree. */
    @EventType("proposal.declined")
    record ProposalDeclined(ProposalId proposal, ProposedAction action, Person by, @Nullable TextId reason,
            Instant at) implements ProposalEvent {}

    /** Whoever asked thought better of it. */
    @EventType("proposal.withdrawn")
    record ProposalWithdrawn(ProposalId proposal, ProposedAction action, Person by, @Nullable TextId reason,
            Instant at) implements ProposalEvent {}

    /** The action was carried out. */
    @EventType("proposal.executed")
    record ProposalExecuted(ProposalId proposal, ProposedAction action, Instant at) implements ProposalEvent {}

    /** The action was not carried out: refused with this code, or its ground had moved. It never will be. */
    @EventType("proposal.lapsed")
    record ProposalLapsed(ProposalId proposal, ProposedAction action, String code, Instant at) implements ProposalEvent {}
}
