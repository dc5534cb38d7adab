package exchange.settlement.app.web;

import exchange.settlement.app.security.Caller;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A read as it came in, with everything that all reads have. An argument of controller methods. */
public final class ReadRequest {

    private static final int LIMIT_DEFAULT = 50;
    private static final int LIMIT_MAX = 500;
    private static final Pattern POSITION = Pattern.compile("0|[1-9][0-9]{0,17}");

    private final Caller caller;
    private final OptionalLong atLeast;
    private final int limit;
    private final @Nullable Cursor cursor;
    private final String list;
    private final Fields query;

    /**
     * Reads what all reads take out of the query.
     *
     * @param caller who asks
     * @param list   names what is read and the filters, for cursors to count for nothing else
     * @param query  the parameters
     * @throws InvalidRequest if it is malformed
     */
    ReadRequest(Caller caller, String list, Fields query) {
        this.caller = caller;
        this.list = list;
        this.query = query;
        String position = query.has("atLeast")
                ? query.pattern("atLeast", POSITION, "must be a position that the engine answered")
                : "";
        this.limit = query.has("limit") ? query.number("limit", 1, LIMIT_MAX) : LIMIT_DEFAULT;
        this.cursor = query.has("cursor") ? Cursor.decode(query.text("cursor", 200), list) : null;
        this.atLeast = position.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(position));
    }

    /** Who asks. */
    public Caller caller() {
        return caller;
    }

    /** The position that the view must have got to before it answers. */
    public OptionalLong atLeast() {
        return atLeast;
    }

    /** How many items a page may have: 1 to 500. */
    public int limit() {
        return limit;
    }

    /** Where the page begins; empty for the first. */
    public Optional<Cursor> cursor() {
        return Optional.ofNullable(cursor);
    }

    /** The cursor with which the same list goes on after a position. */
    public String cursorAfter(long position) {
        return new Cursor(position).encode(list);
    }

    /**
     * The parameters that {@link QueryParameters} names, as texts. The controller reads them and calls {@link Fields#verify()},
     * also when it reads none: a malformed limit is remembered here too.
     */
    public Fields query() {
        return query;
    }
}
