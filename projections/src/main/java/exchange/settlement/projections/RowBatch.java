package exchange.settlement.projections;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Rows that are written to a table by one statement. Each column goes over as one array of texts, which the database reads as
 * the column's type, so a batch costs one round trip whatever its size.
 */
public final class RowBatch {

    private final String table;
    private final List<Column> columns;
    private final List<List<@Nullable String>> values = new ArrayList<>();

    private record Column(String name, String type) {}

    /**
     * An empty batch.
     *
     * @param table   the table
     * @param columns a name and an SQL type each: {@code "position bigint"}
     */
    public RowBatch(String table, List<String> columns) {
        this.table = table;
        this.columns = columns.stream().map(c -> c.split(" ", 2)).map(c -> new Column(c[0], c[1])).toList();
        this.columns.forEach(_ -> values.add(new ArrayList<>()));
    }

    /** Adds a row: numbers, booleans, ids, dates and texts by their text, instants in microseconds. */
    public void add(@Nullable Object... row) {
        if (row.length != columns.size()) {
            throw new IllegalArgumentException(table + " has " + columns.size() + " columns here, not " + row.length);
        }
        for (int i = 0; i < row.length; i++) {
            values.get(i).add(text(row[i]));
        }
    }

    /** Inserts the rows; nothing happens when there are none. */
    public void insert(JdbcOperations db) {
        write(db, "");
    }

    /** Inserts those rows that are not there yet. */
    public void insertNew(JdbcOperations db) {
        write(db, " on conflict do nothing");
    }

    /** Inserts the rows, or puts them in the place of the ones with the same key. No key may come twice in a batch. */
    public void put(JdbcOperations db, String key) {
        var keys = List.of(key.split(", "));
        var others = columns.stream().map(Column::name).filter(name -> !keys.contains(name))
                .map(name -> name + " = excluded." + name).collect(Collectors.joining(", "));
        write(db, " on conflict (" + key + ") do update set " + others);
    }

    private void write(JdbcOperations db, String onConflict) {
        if (values.getFirst().isEmpty()) {
            return;
        }
        var names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        var arrays = columns.stream().map(c -> "?::text[]::" + c.type + "[]").collect(Collectors.joining(", "));
        db.update("insert into " + table + " (" + names + ") select * from unnest(" + arrays + ")" + onConflict, statement -> {
            for (int i = 0; i < columns.size(); i++) {
                statement.setArray(i + 1, statement.getConnection().createArrayOf("text", values.get(i).toArray()));
            }
        });
    }

    private static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            // The database keeps microseconds; cutting off here keeps it from rounding into the next day.
            case Instant instant -> instant.truncatedTo(ChronoUnit.MICROS).toString();
            default -> value.toString();
        };
    }
}
