package exchange.settlement.projections.order;

import exchange.settlement.domain.ClientId;
import exchange.settlement.domain.listing.ListingId;
import exchange.settlement.domain.member.MemberId;
import exchange.settlement.domain.order.OrderEvent;
import exchange.settlement.domain.order.OrderId;
import exchange.settlement.domain.order.OrderState;
import exchange.settlement.domain.order.OrderStatus;
import exchange.settlement.projections.Conditions;
import exchange.settlement.projections.Page;
import exchange.settlement.projections.Projection;
import exchange.settlement.projections.StateProjection;
import exchange.settlement.projections.StateQueries;
import exchange.settlement.projections.Versioned;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import tools.jackson.databind.json.JsonMapper;

/** Orders by id, marketplace, reference, status, buyer, provider and listing. */
public final class OrderDirectory {

    private static final StateProjection.Directory<OrderState> TABLE = new StateProjection.Directory<>("order_directory",
            OrderState.class, List.of("id uuid", "status text", "ended boolean", "client text", "reference text", "buyer uuid",
                    "provider uuid", "listing uuid", "deadline text", "due_at timestamptz"),
            OrderDirectory::columns);

    private final StateQueries<OrderState> orders;

    /**
     * Which orders to list; what is null does not matter.
     *
     * @param client    the marketplace they belong to
     * @param reference the marketplace's own reference
     * @param status    where they stand
     * @param buyer     who pays
     * @param provider  who delivers
     * @param listing   what is bought
     */
    public record Filter(@Nullable ClientId client, @Nullable String reference, @Nullable OrderStatus status,
            @Nullable MemberId buyer, @Nullable MemberId provider, @Nullable ListingId listing) {

        /** All orders. */
        public static final Filter ALL = new Filter(null, null, null, null, null, null);

        /** The orders of one marketplace. */
        public static Filter of(ClientId client) {
            return new Filter(client, null, null, null, null, null);
        }
    }

    /** Queries. */
    public OrderDirectory(JdbcOperations db, JsonMapper mapper) {
        this.orders = new StateQueries<>(TABLE, db, mapper);
    }

    /** What keeps the directory. */
    public static Projection projection(JsonMapper mapper) {
        return new StateProjection<>("orders", TABLE, OrderEvent.class, OrderState::after, mapper);
    }

    /** An order, whoever it belongs to. */
    public Optional<Versioned<OrderState>> find(OrderId id) {
        return orders.find(id.stream());
    }

    /** Orders in the order in which they were placed, after a created position. */
    public Page<Versioned<OrderState>> page(Filter filter, long after, int limit) {
        var conditions = new Conditions().and("client = ?", filter.client == null ? null : filter.client.value())
                .and("reference = ?", filter.reference)
                .and("status = ?", filter.status == null ? null : filter.status.name())
                .and("buyer = ?", filter.buyer == null ? null : filter.buyer.value())
                .and("provider = ?", filter.provider == null ? null : filter.provider.value())
                .and("listing = ?", filter.listing == null ? null : filter.listing.value());
        return orders.page(conditions, after, limit);
    }

    private static @Nullable Object[] columns(OrderState order) {
        var contract = order.contract();
        var due = order.due();
        return new @Nullable Object[]{contract.order().value(), order.status(), order instanceof OrderState.Ended,
                contract.client().value(), contract.reference(), contract.parties().buyer().value(),
                contract.parties().provider().value(), contract.listing().value(),
                due.map(OrderState.Due::deadline).orElse(null), due.map(OrderState.Due::at).orElse(null)};
    }
}
