package exchange.settlement.app.process;

import org.springframework.jdbc.core.JdbcTemplate;

/** How far the processes have read. */
final class ProcessPosition {

    /** The name under which the processes note their position and park events. */
    static final String NAME = "settlement";

    private final JdbcTemplate db;

    /** Kept in a database. */
    ProcessPosition(JdbcTemplate db) {
        this.db = db;
    }

    /** The position up to which every step has been taken or parked; 0 at the beginning. */
    long read() {
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
}
