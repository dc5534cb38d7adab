package exchange.settlement.projections.payout;

import exchange.settlement.domain.member.MemberId;
import exchange.settlement.domain.payout.PayeeEvent;
import exchange.settlement.domain.payout.PayeeState;
import exchange.settlement.projections.Conditions;
import exchange.settlement.projections.Page;
import exchange.settlement.projections.Projection;
import exchange.settlement.projections.StateProjection;
import exchange.settlement.projections.StateQueries;
import exchange.settlement.projections.Versioned;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;
import tools.jackson.databind.json.JsonMapper;

/** Payee accounts of members, one per currency. */
public final class PayeeDirectory {

    private static final StateProjection.Directory<PayeeState> TABLE = new StateProjection.Directory<>("payee_directory",
            PayeeState.class, List.of("member uuid", "currency text"),
            payee -> new Object[]{payee.id().member().value(), payee.id().currency()});

    private final StateQueries<PayeeState> payees;

    /** Queries. */
    public PayeeDirectory(JdbcOperations db, JsonMapper mapper) {
        this.payees = new StateQueries<>(TABLE, db, mapper);
    }

    /** What keeps the directory. */
    public static Projection projection(JsonMapper mapper) {
        return new StateProjection<>("payees", TABLE, PayeeEvent.class, PayeeState::after, mapper);
    }

    /** The payee accounts of a member, in the order in which they were first set, after a created position. */
    public Page<Versioned<PayeeState>> page(MemberId member, long after, int limit) {
        return payees.page(new Conditions().and("member = ?", member.value()), after, limit);
    }
}
