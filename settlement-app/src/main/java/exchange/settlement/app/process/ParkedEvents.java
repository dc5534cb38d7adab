package exchange.settlement.app.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The events whose steps wait for an operator: of each trade the one that was refused, and all later ones behind it.
 * <p>
 * What every step must know is kept in memory too. Whoever changes something about a lane holds its turn, see {@link ProcessSteps}.
 */
final class ParkedEvents {

    private final JdbcTemplate db;

    /** The first parked event of each lane. What lies in front of it has had its steps taken. */
    private final Map<String, Long> first = new ConcurrentHashMap<>();
    private final Set<Long> evicted = ConcurrentHashMap.newKeySet();

    /** Kept in a database. */
    ParkedEvents(JdbcTemplate db) {
        this.db = db;
    }

    /** Learns what is parked; called before the first step. */
    void load() {
        db.query("select sequence_key, min(position) from parked_event where process = ? and evicted_at is null group by 1",
                row -> {
                    first.put(row.getString(1), row.getLong(2));
                }, ProcessPosition.NAME);
        evicted.addAll(db.queryForList("select position from parked_event where process = ? and evicted_at is not null",
                Long.class, ProcessPosition.NAME));
    }

    /** Whether an event must wait: an earlier one of its lane is parked, or it is itself. */
    boolean holdsBack(String lane, long position) {
        var parked = first.get(lane);
        return parked != null && position >= parked;
    }

    /** Whether an operator has dropped the event. */
    boolean isEvicted(long position) {
        return evicted.contains(position);
    }

    /** Sets an event aside; does nothing when it has been. */
    void park(String lane, long position, String eventId, String reason) {
        db.update("""
                insert into parked_event (process, position, sequence_key, event_id, reason) values (?, ?, ?, ?::uuid, ?)
                on conflict do nothing""", ProcessPosition.NAME, position, lane, eventId, reason);
        first.merge(lane, position, Math::min);
    }

    /** The lanes in which something is parked. */
    Set<String> lanes() {
        return Set.copyOf(first.keySet());
    }

    /** How many events are parked. */
    long count() {
        return count("");
    }

    /** How many events of a lane are parked. */
    int countOf(String lane) {
        return Math.toIntExact(count(" and sequence_key = ?", lane));
    }

    /** The parked events of a lane behind a position, in order, at most so many. */
    List<ParkedEvent> of(String lane, long after, int limit) {
        return db.query("""
                select position, sequence_key, event_id, reason, parked_at from parked_event
                 where process = ? and sequence_key = ? and evicted_at is null and position > ?
                 order by position limit ?""", ParkedEvents::read, ProcessPosition.NAME, lane, after, limit);
    }

    /** The first parked event of each lane whose first one lies behind a position, in order, at most so many. */
    List<ParkedEvent> firsts(long after, int limit) {
        return db.query("""
                select * from (
                    select distinct on (sequence_key) position, sequence_key, event_id, reason, parked_at from parked_event
                     where process = ? and evicted_at is null order by sequence_key, position) as firsts
                 where position > ? order by position limit ?""", ParkedEvents::read, ProcessPosition.NAME, after, limit);
    }

    /** Forgets the parked events of a lane up to one: their steps are durable. */
    void remove(String lane, long upTo) {
        db.update("delete from parked_event where process = ? and sequence_key = ? and position <= ? and evicted_at is null",
                ProcessPosition.NAME, lane, upTo);
    }

    /** Drops an event: its steps are not taken, now or ever. */
    void evict(long position) {
        db.update("update parked_event set evicted_at = now() where process = ? and position = ?", ProcessPosition.NAME,
                position);
    }

    /** Notes why an event waits now. */
    void note(long position, String reason) {
        db.update("update parked_event set reason = ? where process = ? and position = ?", reason, ProcessPosition.NAME,
                position);
    }

    /** Follows in memory what has been committed: the first parked event of a lane is another one, or there is none. */
    void beginsWith(String lane, @Nullable ParkedEvent next) {
        if (next == null) {
            first.remove(lane);
        } else {
            first.put(lane, next.position());
        }
    }

    /** Follows in memory that an event was dropped. */
    void wasEvicted(long position) {
        evicted.add(position);
    }

    private long count(String condition, Object... values) {
        var all = new Object[values.length + 1];
        all[0] = ProcessPosition.NAME;
        System.arraycopy(values, 0, all, 1, values.length);
        var count = db.queryForObject(
                "select count(*) from parked_event where process = ? and evicted_at is null" + condition, Long.class, all);
        return count == null ? 0 : count;
    }

    private static ParkedEvent read(ResultSet row, int number) throws SQLException {
        return new ParkedEvent(row.getLong(1), row.getString(2), row.getObject(3, UUID.class), row.getString(4),
                row.getObject(5, OffsetDateTime.class).toInstant());
    }
}
