package exchange.settlement.projections.payout;

import exchange.settlement.domain.member.MemberId;
import exchange.settlement.domain.payout.PayoutEvent;
import exchange.settlement.domain.payout.PayoutState;
import exchange.settlement.domain.payout.PayoutState.Status;
import exchange.settlement.projections.Conditions;
import exchange.settlement.projections.Page;
import exchange.settlement.projections.Projection;
import exchange.settlement.projections.StateProjection;
import exchange.settlement.projections.StateQueries;
import exchange.settlement.projections.Versioned;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import tools.jackson.databind.json.JsonMapper;

/** Payouts by id, member and status. */
public final class PayoutDirectory {

    private static final StateProjection.Directory<PayoutState> TABLE = new StateProjection.Directory<>("payout_directory",
            PayoutState.class, List.of("id uuid", "status text", "member uuid", "currency text", "amount bigint"),
            payout -> new Object[]{payout.request().id().value(), payout.status(), payout.request().member().value(),
                    payout.request().amount().currency(), payout.request().amount().minor()});

    private final StateQueries<PayoutState> payouts;

    /**
     * Which payouts to list; what is null does not matter.
     *
     * @param member whose money it is
     * @param status where they stand
     */
    public record Filter(@Nullable MemberId member, @Nullable Status status) {}

    /** Queries. */
    public PayoutDirectory(JdbcOperations db, JsonMapper mapper) {
        this.payouts = new StateQueries<>(TABLE, db, mapper);
    }

    /** What keeps the directory. */
    public static Projection projection(JsonMapper mapper) {
        return new StateProjection<>("payouts", TABLE, PayoutEvent.class, PayoutState::after, mapper);
    }

    /** Payouts in the order in which they were requested, after a created position. */
    public Page<Versioned<PayoutState>> page(Filter filter, long after, int limit) {
        var conditions = new Conditions().and("member = ?", filter.member == null ? null : filter.member.value())
                .and("status = ?", filter.status == null ? null : filter.status.name());
        return payouts.page(conditions, after, limit);
    }
}
