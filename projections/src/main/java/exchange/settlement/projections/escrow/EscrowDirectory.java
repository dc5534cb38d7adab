package exchange.settlement.projections.escrow;

import exchange.settlement.domain.escrow.EscrowEvent;
import exchange.settlement.domain.escrow.EscrowId;
import exchange.settlement.domain.escrow.EscrowState;
import exchange.settlement.domain.order.OrderId;
import exchange.settlement.projections.Projection;
import exchange.settlement.projections.StateProjection;
import exchange.settlement.projections.StateQueries;
import exchange.settlement.projections.Versioned;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;
import tools.jackson.databind.json.JsonMapper;

/** Escrows by order. */
public final class EscrowDirectory {

    private static final StateProjection.Directory<EscrowState> TABLE = new StateProjection.Directory<>("escrow_directory",
            EscrowState.class, List.of("id uuid", "status text", "currency text", "funded bigint", "released bigint",
                    "refunded bigint", "held bigint"),
            escrow -> new Object[]{escrow.order().value(), escrow.status(), escrow.parties().currency(), escrow.funded().minor(),
                    escrow.released().minor(), escrow.refunded().minor(), escrow.held().minor()});

    private final StateQueries<EscrowState> escrows;

    /** Queries. */
    public EscrowDirectory(JdbcOperations db, JsonMapper mapper) {
        this.escrows = new StateQueries<>(TABLE, db, mapper);
    }

    /** What keeps the directory. */
    public static Projection projection(JsonMapper mapper) {
        return new StateProjection<>("escrows", TABLE, EscrowEvent.class, EscrowState::after, mapper);
    }

    /** The escrow of an order, once there is one: free orders and those that nobody tried to fund have none. */
    public Optional<Versioned<EscrowState>> find(OrderId order) {
        return escrows.find(EscrowId.of(order).stream());
    }
}
