package exchange.settlement.app.postgres;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The settings of the embedded server, and why each is not PostgreSQL's default. */
final class PostgresTuning {

    private PostgresTuning() {}

    /**
     * All settings of one start. They go on the server's command line and so win over any file in the data directory.
     *
     * @param port          the TCP port on loopback
     * @param logDirectory  where the server writes its log
     * @return setting and value
     */
    static Map<String, String> settings(int port, Path logDirectory) {
        Map<String, String> settings = new LinkedHashMap<>();
        durability(settings);
        reach(settings, port);
        speed(settings);
        log(settings, logDirectory);
        return settings;
    }

    /** What was acknowledged is on the disk. These are the defaults, said aloud: no file may say otherwise. */
    private static void durability(Map<String, String> settings) {
        settings.put("fsync", "on");
        settings.put("synchronous_commit", "on");
        settings.put("full_page_writes", "on");
    }

    /** Loopback TCP with a password is the only way in; there is no socket file that another user could open. */
    private static void reach(Map<String, String> settings, int port) {
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("port", Integer.toString(port));
        settings.put("unix_socket_directories", "");
        settings.put("password_encryption", "scram-sha-256");
        // The pool (24), migrations, an operator's own look and room to grow; each idle connection costs little.
        settings.put("max_connections", "100");
    }

    private static void speed(Map<String, String> settings) {
        // Holds the hot ends of the event log and the read models; the rest is the operating system's cache.
        settings.put("shared_buffers", "256MB");
        // Checkpoints by time, not by volume: fewer full-page images and steadier commits. 2 GB bounds what a start after
        // a crash has to replay to some ten seconds.
        settings.put("max_wal_size", "2GB");
        settings.put("checkpoint_timeout", "15min");
        // Recycled log segments are overwritten in place; new ones must be allocated while a commit waits.
        settings.put("min_wal_size", "512MB");
        settings.put("wal_buffers", "16MB");
        // Full-page images shrink to a fraction; these binaries are built with no faster method than pglz.
        settings.put("wal_compression", "pglz");
        // Statements are short; compiling them would cost more than it saves.
        settings.put("jit", "off");
    }

    /** A log of seven files, one per weekday, each overwritten after a week: bounded without anyone's help. */
    private static void log(Map<String, String> settings, Path logDirectory) {
        settings.put("logging_collector", "on");
        settings.put("log_directory", logDirectory.toString());
        settings.put("log_filename", "postgresql-%a.log");
        settings.put("log_rotation_age", "1d");
        settings.put("log_rotation_size", "0");
        settings.put("log_truncate_on_rotation", "on");
        settings.put("log_timezone", "UTC");
        settings.put("timezone", "UTC");
    }
}
