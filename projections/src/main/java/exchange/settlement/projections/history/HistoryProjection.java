package exchange.settlement.projections.history;

import exchange.settlement.domain.catalogue.EventCatalogue;
import exchange.settlement.projections.Origin;
import exchange.settlement.projections.Projection;
import exchange.settlement.projections.RecordedEvent;
import exchange.settlement.projections.RowBatch;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;
import tools.jackson.databind.json.JsonMapper;

/** Keeps every event that is part of a trade, whichever aggregate it happened to. Rows are only ever added. */
public final class HistoryProjection implements Projection {

    private static final List<String> COLUMNS = List.of("position bigint", "trade uuid", "event_id uuid", "event_type text",
            "event_revision integer", "stream text", "sequence bigint", "effective_at timestamptz", "recorded_at timestamptz",
            "payload jsonb", "command_id text", "root_command_id text", "causation_id text", "client text", "subject text");

    private final JsonMapper mapper;

    /** Writes payloads by a mapper for events. */
    public HistoryProjection(JsonMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public String name() {
        return "history";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public List<String> tables() {
        return List.of("trade_event");
    }

    @Override
    public void apply(List<RecordedEvent> batch, JdbcOperations db) {
        var rows = new RowBatch("trade_event", COLUMNS);
        for (var recorded : batch) {
            var event = recorded.event();
            event.trade().ifPresent(trade -> {
                var type = EventCatalogue.typeOf(event.getClass());
                var origin = Origin.of(recorded.metaData());
                rows.add(recorded.position(), trade, recorded.eventId(), type.value(), type.revision(), recorded.stream(),
                        recorded.sequence(), event.at(), recorded.recordedAt(), mapper.writeValueAsString(event),
                        origin.commandId(), origin.rootCommandId(), origin.causationId(), origin.client(), origin.subject());
            });
        }
        rows.insert(db);
    }
}
