package exchange.settlement.domain.proposal;

import exchange.settlement.domain.Rejection;
import exchange.settlement.domain.TextId;
import exchange.settlement.domain.proposal.ProposalEvent.ProposalApproved;
import exchange.settlement.domain.proposal.ProposalEvent.ProposalDeclined;
import exchange.settlement.domain.proposal.ProposalEvent.ProposalExecuted;
import exchange.settlement.domain.proposal.ProposalEvent.ProposalLapsed;
import exchange.settlement.domain.proposal.ProposalEvent.ProposalMade;
import exchange.settlement.domain.proposal.ProposalEvent.ProposalWithdrawn;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A proposal as its events tell it.
 *
 * @param id        the proposal
 * @param status    where it stands
 * @param action    what was asked for
 * @param digest    the digest of the action
 * @param grounds   what it rests on
 * @param askedBy   who asked
 * @param reason    why
 * @param expiresAt from then on it cannot be approved
 * @param decidedBy who approved, declined or withdrew it
 * @param decisionReason why it was decided so
 * @param code      why it lapsed
 */
public record ProposalState(ProposalId id, Status status, ProposedAction action, String digest, List<Ground> grounds,
        Person askedBy, @Nullable TextId reason, Instant expiresAt, @Nullable Person decidedBy,
        @Nullable TextId decisionReason, @Nullable String code) {

    /** Where a proposal stands. */
    public enum Status {
        OPEN,
        /** Agreed, and about to be carried out. */
        APPROVED, EXECUTED,
        /** Agreed, but its ground had moved or the action was refused. */
        LAPSED, DECLINED, WITHDRAWN,
        /** Open for too long. Nothing is recorded; the time is past. */
        EXPIRED
    }

    public ProposalState {
        grounds = List.copyOf(grounds);
    }

    /** The proposal after one more event. */
    public static ProposalState after(@Nullable ProposalState before, ProposalEvent event) {
        if (event instanceof ProposalMade e) {
            return new ProposalState(e.proposal(), Status.OPEN, e.action(), e.digest(), e.grounds(), e.by(), e.reason(),
                    e.expiresAt(), null, null, null);
        }
        var now = Objects.requireNonNull(before, "a proposal begins by being made");
        return switch (event) {
            case ProposalMade _ -> throw new IllegalStateException("handled above");
            case ProposalApproved e -> now.decided(Status.APPROVED, e.by(), e.reason());
            case ProposalDeclined e -> now.decided(Status.DECLINED, e.by(), e.reason());
            case ProposalWithdrawn e -> now.decided(Status.WITHDRAWN, e.by(), e.reason());
            case ProposalExecuted _ -> now.ended(Status.EXECUTED, null);
            case ProposalLapsed e -> now.ended(Status.LAPSED, e.code());
        };
    }

    /** Where it stands at a moment: one that is open for too long has expired. */
    public Status statusAt(Instant when) {
        return status == Status.OPEN && !when.isBefore(expiresAt) ? Status.EXPIRED : status;
    }

    /** The proposal, or the refusal that it does not exist. */
    public static ProposalState existing(@Nullable ProposalState proposal) {
        if (proposal == null) {
            throw Rejection.notFound("The proposal").asException();
        }
        return proposal;
    }

    private ProposalState decided(Status next, Person by, @Nullable TextId why) {
        return new ProposalState(id, next, action, digest, grounds, askedBy, reason, expiresAt, by, why, null);
    }

    private ProposalState ended(Status next, @Nullable String why) {
        return new ProposalState(id, next, action, digest, grounds, askedBy, reason, expiresAt, decidedBy, decisionReason, why);
    }
}
