package exchange.settlement.app.process;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.jdbc.core.JdbcTemplate;

/** How far the processes have read, and what they had to set aside. */
public final class ProcessPosition {

    private static final String NAME = "settlement";

    private final JdbcTemplate db;
    private final Set<String> parked = ConcurrentHashMap.newKeySet();

    /** Kept in a database. */
    public ProcessPosition(JdbcTemplate db) {
        this.db = db;
    }

    /** The position up to which every step has been taken or parked; 0 at the beginning. */
    public long read() {
        return db.queryForList("select position from process_position where name = ?", Long.class, NAME).stream()
                .findFirst().orElse(0L);
    }

    /** Notes how far the processes are. A note that a crash loses has some steps taken again, so it need not wait for the disk. */
    void write(long position) {
        db.update("""
                with lazily as (select set_config('synchronous_commit', 'off', true))
                insert into process_position (name, position) select ?, ? from lazily
                on conflict (name) do update set position = excluded.position, updated_at = now()""", NAME, position);
    }

    /** Whether an event of this trade is parked, so that the later ones must wait behind it. */
    boolean parked(String key) {
        return parked.contains(key);
    }

    /** Learns what is parked; called before the first step. */
    void load() {
        parked.addAll(db.queryForList("select distinct sequence_key from parked_event where process = ?", String.class, NAME));
    }

    void park(String key, long position, String eventId, String reason) {
        db.update("""
                insert into parked_event (process, position, sequence_key, event_id, reason) values (?, ?, ?, ?::uuid, ?)
                on conflict do nothing""", NAME, position, key, eventId, reason);
        parked.add(key);
    }

    /** How many events are parked. */
    public long parkedCount() {
        var count = db.queryForObject("select count(*) from parked_event where process = ?", Long.class, NAME);
        return count == null ? 0 : count;
    }
}
