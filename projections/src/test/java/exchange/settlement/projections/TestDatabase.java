package exchange.settlement.projections;

import com.zaxxer.hikari.HikariDataSource;
import exchange.settlement.projections.catalogue.Projections;
import exchange.settlement.projections.json.SettlementJson;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Empty read models in a schema of their own, in a PostgreSQL that writes to disk before it says so. */
public final class TestDatabase {

    private static final int CONNECTIONS_MAX = 4;
    private static final long IDLE_MILLIS_MAX = 10_000;
    private static final EmbeddedPostgres SERVER = start();

    public final JsonMapper mapper = SettlementJson.mapper();
    public final JdbcTemplate db;
    public final ProjectionStore store;
    public final TransactionTemplate snapshot;

    private TestDatabase(DataSource dataSource) {
        this.db = new JdbcTemplate(dataSource);
        var transactions = new JdbcTransactionManager(dataSource);
        this.store = new ProjectionStore(db, new TransactionTemplate(transactions));
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    public static TestDatabase empty() {
        var schema = "views_" + UUID.randomUUID().toString().replace("-", "");
        new JdbcTemplate(SERVER.getPostgresDatabase()).execute("create schema " + schema);
        var pool = new HikariDataSource();
        pool.setDataSource(SERVER.getPostgresDatabase(Map.of("currentSchema", schema)));
        pool.setMaximumPoolSize(CONNECTIONS_MAX);
        pool.setMinimumIdle(0);
        pool.setIdleTimeout(IDLE_MILLIS_MAX);
        var database = new TestDatabase(pool);
        database.db.execute(migration());
        return database;
    }

    public List<Projection> projections() {
        return Projections.all(mapper);
    }

    /** Feeds events to every projection, so many at once. */
    public TestDatabase feed(List<RecordedEvent> events, int batchEvents) {
        for (var projection : projections()) {
            feed(projection, events, batchEvents);
        }
        return this;
    }

    public TestDatabase feed(List<RecordedEvent> events) {
        return feed(events, 500);
    }

    public void feed(Projection projection, List<RecordedEvent> events, int batchEvents) {
        store.prepare(projection);
        for (int from = 0; from < events.size(); from += batchEvents) {
            var applied = store.apply(projection, events.subList(from, Math.min(events.size(), from + batchEvents)));
            if (applied.gap()) {
                throw new AssertionError("a gap in front of " + events.get(from));
            }
        }
    }

    public String digest(Projection projection) {
        return new ProjectionDigest(db, snapshot).of(projection);
    }

    /** The digests of all projections, by name. */
    public Map<String, String> digests() {
        var found = new TreeMap<String, String>();
        projections().forEach(projection -> found.put(projection.name(), digest(projection)));
        return found;
    }

    public static String setting(String name) {
        return String.valueOf(new JdbcTemplate(SERVER.getPostgresDatabase()).queryForObject("show " + name, String.class));
    }

    private static String migration() {
        try {
            var scripts = new PathMatchingResourcePatternResolver().getResources("classpath:db/migration/projections/V*.sql");
            return Stream.of(scripts).sorted(Comparator.comparing(Resource::getFilename)).map(TestDatabase::text)
                    .collect(Collectors.joining("\n"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String text(Resource script) {
        try {
            return script.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder().setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on").start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
