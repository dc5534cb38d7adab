package exchange.settlement.projections;

import exchange.settlement.domain.SettlementEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps one row per aggregate: its state, folded by the very function that the write side folds with, and some columns taken
 * out of it for searching.
 *
 * @param <S> the state
 * @param <E> the events of the aggregate
 */
public final class StateProjection<S, E extends SettlementEvent> implements Projection {

    private static final List<String> COMMON = List.of("stream text", "version bigint", "position bigint",
            "recorded_at timestamptz", "created_position bigint", "state jsonb");

    private final String name;
    private final int revision;
    private final Directory<S> directory;
    private final Class<E> events;
    private final BiFunction<@Nullable S, E, S> fold;
    private final ObjectReader reader;
    private final ObjectWriter writer;

    /**
     * What a directory's rows hold.
     *
     * @param table   the table
     * @param state   the type of the states
     * @param columns name and SQL type of each column that is taken out of the state
     * @param values  takes the values of these columns out, in this order
     * @param <S>     the state
     */
    public record Directory<S>(String table, Class<S> state, List<String> columns, Values<S> values) {}

    /** Takes the values of the search columns out of a state. */
    @FunctionalInterface
    public interface Values<S> {

        /** As many values as there are columns. */
        @Nullable
        Object[] of(S state);
    }

    private static final class Row<S> {
        private @Nullable S state;
        private long version;
        private long createdPosition;
        private @Nullable RecordedEvent last;
    }

    /** A projection into one directory, whose states are as they were in the beginning. */
    public StateProjection(String name, Directory<S> directory, Class<E> events, BiFunction<@Nullable S, E, S> fold,
            JsonMapper mapper) {
        this(name, 1, directory, events, fold, mapper);
    }

    /** A projection into one directory; the revision is raised with every change of the states' fields. */
    public StateProjection(String name, int revision, Directory<S> directory, Class<E> events,
            BiFunction<@Nullable S, E, S> fold, JsonMapper mapper) {
        this.name = name;
        this.revision = revision;
        this.directory = directory;
        this.events = events;
        this.fold = fold;
        this.reader = mapper.readerFor(directory.state);
        this.writer = mapper.writerFor(directory.state);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int revision() {
        return revision;
    }

    @Override
    public List<String> tables() {
        return List.of(directory.table);
    }

    @Override
    public void apply(List<RecordedEvent> batch, JdbcOperations db) {
        var mine = batch.stream().filter(recorded -> events.isInstance(recorded.event())).toList();
        if (mine.isEmpty()) {
            return;
        }
        var rows = load(mine.stream().map(RecordedEvent::stream).distinct().toArray(), db);
        for (var recorded : mine) {
            fold(rows.computeIfAbsent(recorded.stream(), _ -> new Row<>()), recorded);
        }
        write(rows, db);
    }

    private void fold(Row<S> row, RecordedEvent recorded) {
        if (recorded.sequence() < row.version) {
            return;
        }
        if (recorded.sequence() > row.version) {
            throw new IllegalStateException("Event " + recorded.sequence() + " of " + recorded.stream() + " follows event "
                    + (row.version - 1) + ": one is missing in between");
        }
        row.state = fold.apply(row.state, events.cast(recorded.event()));
        row.createdPosition = row.version == 0 ? recorded.position() : row.createdPosition;
        row.version = recorded.sequence() + 1;
        row.last = recorded;
    }

    private Map<String, Row<S>> load(Object[] streams, JdbcOperations db) {
        var rows = new LinkedHashMap<String, Row<S>>();
        db.query("select stream, version, created_position, state from " + directory.table + " where stream = any (?)",
                statement -> statement.setArray(1, statement.getConnection().createArrayOf("text", streams)), found -> {
                    var row = new Row<S>();
                    row.version = found.getLong("version");
                    row.createdPosition = found.getLong("created_position");
                    row.state = reader.readValue(found.getString("state"));
                    rows.put(found.getString("stream"), row);
                });
        return rows;
    }

    private void write(Map<String, Row<S>> rows, JdbcOperations db) {
        var columns = new ArrayList<>(COMMON);
        columns.addAll(directory.columns);
        var batch = new RowBatch(directory.table, columns);
        rows.forEach((stream, row) -> {
            var last = row.last;
            var state = row.state;
            if (last != null && state != null) {
                var values = new ArrayList<@Nullable Object>(List.of(stream, row.version, last.position(), last.recordedAt(),
                        row.createdPosition, writer.writeValueAsString(state)));
                for (var value : directory.values.of(state)) {
                    values.add(value);
                }
                batch.add(values.toArray());
            }
        });
        batch.put(db, "stream");
    }
}
