package exchange.settlement.projections;

import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Turns recorded events into the rows of some tables.
 * <p>
 * Whoever calls {@link #apply} gives every event once, in order of position, inside the transaction that also notes how far the
 * projection has got. What a projection writes depends on the events alone: not on the clock, nor on how events are batched.
 */
public interface Projection {

    /** Its stable name: {@code orders}. */
    String name();

    /** The shape of its rows. A higher revision than the one in the database means that they are built anew. */
    int revision();

    /** The tables that it alone writes, and that building anew empties. */
    List<String> tables();

    /**
     * Writes the rows of some events.
     *
     * @param batch at least one event, in order of position
     * @param db    writes in the current transaction
     */
    void apply(List<RecordedEvent> batch, JdbcOperations db);
}
