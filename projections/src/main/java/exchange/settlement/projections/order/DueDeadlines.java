package exchange.settlement.projections.order;

import exchange.settlement.domain.order.Deadline;
import exchange.settlement.domain.order.OrderEvent;
import exchange.settlement.domain.order.OrderEvent.AtRest;
import exchange.settlement.domain.order.OrderEvent.OrderAccepted;
import exchange.settlement.domain.order.OrderEvent.OrderAwarded;
import exchange.settlement.domain.order.OrderEvent.OrderConfirmed;
import exchange.settlement.domain.order.OrderEvent.OrderDelivered;
import exchange.settlement.domain.order.OrderEvent.OrderDisputed;
import exchange.settlement.domain.order.OrderEvent.OrderFunded;
import exchange.settlement.domain.order.OrderEvent.OrderFundingRefused;
import exchange.settlement.domain.order.OrderEvent.OrderFundingStarted;
import exchange.settlement.domain.order.OrderEvent.OrderPartRefunded;
import exchange.settlement.domain.order.OrderEvent.OrderPartReleased;
import exchange.settlement.domain.order.OrderEvent.OrderPlaced;
import exchange.settlement.domain.order.OrderEvent.OrderRefundStarted;
import exchange.settlement.domain.order.OrderId;
import exchange.settlement.domain.order.OrderState;
import exchange.settlement.projections.Page;
import exchange.settlement.projections.Projection;
import exchange.settlement.projections.RecordedEvent;
import exchange.settlement.projections.RowBatch;
import exchange.settlement.projections.Times;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Which deadlines run, and which of them are over. Whether an order really is too late is for the order itself to say: this
 * table only tells whom to ask.
 */
public final class DueDeadlines {

    private final JdbcOperations db;

    /**
     * A deadline that is over.
     *
     * @param order    whose deadline it is
     * @param deadline which one
     * @param at       since when
     * @param eventId  the event that set it going; a command that answers it derives its id from this one
     * @param position the event's position
     */
    public record Due(OrderId order, Deadline deadline, Instant at, UUID eventId, long position) {}

    /** Queries. */
    public DueDeadlines(JdbcOperations db) {
        this.db = db;
    }

    /** What keeps the table. */
    public static Projection projection() {
        return new DeadlineProjection();
    }

    /** The deadlines that are over at an instant, the longest overdue first, at most {@link Page#LIMIT_MAX}. */
    public List<Due> due(Instant now, int limit) {
        return db.query("""
                select trade, deadline, due_at, event_id, position from deadline
                 where due_at <= ? order by due_at, position limit ?
                """, (row, _) -> new Due(new OrderId(row.getObject("trade", UUID.class)),
                Deadline.valueOf(row.getString("deadline")), Times.instant(row, "due_at"), row.getObject("event_id", UUID.class),
                row.getLong("position")), now.atOffset(ZoneOffset.UTC), Page.checkedLimit(limit));
    }

    /** The deadline that runs after an event, which each event tells by itself: see {@link OrderState#due()}. */
    static Optional<OrderState.Due> after(OrderEvent event) {
        return switch (event) {
            case OrderPlaced e -> due(Deadline.CONFIRM, e.confirmBy());
            case OrderConfirmed e -> due(Deadline.FUND, e.fundBy());
            case OrderFundingRefused e -> due(Deadline.FUND, e.fundBy());
            case OrderFunded e -> due(Deadline.DELIVER, e.deliverBy());
            case OrderDelivered e -> due(Deadline.INSPECT, e.inspectBy());
            case OrderFundingStarted _,OrderDisputed _,OrderAccepted _,OrderAwarded _,OrderRefundStarted _ -> Optional.empty();
            case OrderPartReleased _,OrderPartRefunded _,AtRest _ -> Optional.empty();
        };
    }

    private static Optional<OrderState.Due> due(Deadline deadline, Instant at) {
        return Optional.of(new OrderState.Due(deadline, at));
    }

    private static final class DeadlineProjection implements Projection {

        @Override
        public String name() {
            return "deadlines";
        }

        @Override
        public int revision() {
            return 1;
        }

        @Override
        public List<String> tables() {
            return List.of("deadline");
        }

        @Override
        public void apply(List<RecordedEvent> batch, JdbcOperations db) {
            var last = new LinkedHashMap<OrderId, RecordedEvent>();
            for (var recorded : batch) {
                if (recorded.event() instanceof OrderEvent event) {
                    last.put(event.order(), recorded);
                }
            }
            if (last.isEmpty()) {
                return;
            }
            var running = new RowBatch("deadline",
                    List.of("trade uuid", "deadline text", "due_at timestamptz", "event_id uuid", "position bigint"));
            last.forEach((order, recorded) -> after((OrderEvent) recorded.event()).ifPresent(due -> running.add(order.value(),
                    due.deadline(), due.at(), recorded.eventId(), recorded.position())));
            var touched = last.keySet().stream().map(OrderId::value).toArray();
            db.update("delete from deadline where trade = any (?)",
                    statement -> statement.setArray(1, statement.getConnection().createArrayOf("uuid", touched)));
            running.insert(db);
        }
    }
}
