package exchange.settlement.projections.proposal;

import exchange.settlement.domain.proposal.ProposalEvent;
import exchange.settlement.domain.proposal.ProposalState;
import exchange.settlement.domain.proposal.ProposalState.Status;
import exchange.settlement.projections.Conditions;
import exchange.settlement.projections.Page;
import exchange.settlement.projections.Projection;
import exchange.settlement.projections.StateProjection;
import exchange.settlement.projections.StateQueries;
import exchange.settlement.projections.Versioned;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import tools.jackson.databind.json.JsonMapper;

/** Proposals by id, status and time of expiry. */
public final class ProposalDirectory {

    private static final StateProjection.Directory<ProposalState> TABLE = new StateProjection.Directory<>("proposal_directory",
            ProposalState.class, List.of("id uuid", "status text", "expires_at timestamptz"),
            proposal -> new Object[]{proposal.id().value(), proposal.status(), proposal.expiresAt()});

    private final StateQueries<ProposalState> proposals;

    /** Queries. */
    public ProposalDirectory(JdbcOperations db, JsonMapper mapper) {
        this.proposals = new StateQueries<>(TABLE, db, mapper);
    }

    /** What keeps the directory. */
    public static Projection projection(JsonMapper mapper) {
        return new StateProjection<>("proposals", TABLE, ProposalEvent.class, ProposalState::after, mapper);
    }

    /**
     * Proposals in the order in which they were made, after a created position.
     *
     * @param status where they stand at a moment; null for all
     * @param now    that moment: an open one may have expired by then
     */
    public Page<Versioned<ProposalState>> page(@Nullable Status status, Instant now, long after, int limit) {
        var conditions = new Conditions();
        if (status == Status.OPEN || status == Status.EXPIRED) {
            conditions.and("status = 'OPEN' and (expires_at <= ?) = " + (status == Status.EXPIRED), Timestamp.from(now));
        } else {
            conditions.and("status = ?", status == null ? null : status.name());
        }
        return proposals.page(conditions, after, limit);
    }
}
