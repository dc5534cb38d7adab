package exchange.eventstore;

import static exchange.eventstore.EngineUnderTest.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.axonframework.common.AxonConfigurationException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresEventStorageEngineTest extends EventStorageEngineConformance {

    private final TestPostgres log;

    PostgresEventStorageEngineTest() throws Exception {
        log = TestPostgres.emptyLog();
    }

    @Override
    GaplessEventStorageEngine open(MutableClock recordingClock) {
        return log.engine().clock(recordingClock).build();
    }

    @Test
    void the_tests_run_on_a_durable_server() throws SQLException {
        assertThat(log.ask("show fsync")).isEqualTo("on");
        assertThat(log.ask("show synchronous_commit")).isEqualTo("on");
    }

    @ParameterizedTest
    @ValueSource(strings = {"update event set payload = 'x'", "delete from event", "truncate event",
            "update event set position = 9 where false",
            "set session_replication_role = replica; delete from event"})
    void a_recorded_event_can_neither_be_changed_nor_removed(String change) throws SQLException {
        subject().note("a", "one");
        assertThatThrownBy(() -> log.execute(change)).isInstanceOf(SQLException.class)
                .hasMessageContaining("append only");
        assertThat(subject().texts()).containsExactly("one");
    }

    @Test
    void an_append_that_commits_by_itself_leaves_the_connection_as_it_was() throws SQLException {
        try (Connection connection = log.dataSource.getConnection()) {
            var engine = log.engine().connectionProvider(() -> new UnclosedConnection(connection).proxy()).build();
            engine.appendEvents(event("a", 0, "one"));
            assertThat(connection.getAutoCommit()).isTrue();
            assertThatThrownBy(() -> engine.appendEvents(event("b", 0, "never"), event("a", 0, "again")))
                    .isInstanceOf(RuntimeException.class);
            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(subject().texts()).as("on other connections").containsExactly("one");
            engine.appendEvents(event("a", 1, "two"));
        }
        assertThat(subject().texts()).containsExactly("one", "two");
    }

    @Test
    void a_transaction_that_would_not_see_the_last_commit_is_refused() throws SQLException {
        try (Connection connection = log.dataSource.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            var engine = log.engine().connectionProvider(() -> new UnclosedConnection(connection).proxy()).build();
            assertThatThrownBy(() -> engine.appendEvents(event("a", 0, "never"))).isInstanceOf(EventStoreException.class)
                    .hasMessageContaining("READ COMMITTED");
            connection.rollback();
        }
    }

    @Test
    void sql_that_fails_is_an_event_store_exception_and_leaves_nothing() throws SQLException {
        log.execute("alter table event add constraint refuses check (aggregate_id <> 'poison')");
        assertThatThrownBy(() -> subject().engine.appendEvents(event("a", 0, "never"), event("poison", 0, "never")))
                .isInstanceOf(EventStoreException.class).hasCauseInstanceOf(SQLException.class);
        assertThatThrownBy(() -> subject().command(() -> {
            subject().store.publish(event("a", 0, "never"), event("poison", 0, "never"));
        })).isInstanceOf(EventStoreException.class);
        assertThat(subject().engine.head()).isZero();
        subject().note("a", "one");
        assertThat(subject().engine.head()).isEqualTo(1);
    }

    @Test
    void a_connection_lost_before_the_commit_leaves_nothing_and_releases_the_lock() {
        assertThatThrownBy(() -> subject().command(() -> {
            subject().store.publish(event("a", 0, "never"));
            CurrentUnitOfWork.get().onPrepareCommit(_ -> terminateOtherBackends());
        })).isInstanceOf(RuntimeException.class);
        subject().note("a", "one");
        assertThat(subject().texts()).containsExactly("one");
        assertThat(subject().engine.head()).isEqualTo(1);
    }

    @Test
    void a_writer_that_is_interrupted_while_it_waits_fails_and_leaves_nothing() {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        subject().command(() -> {
            subject().store.publish(event("a", 0, "one"));
            CurrentUnitOfWork.get().onPrepareCommit(_ -> {
                Thread waiting = Thread.ofVirtual().uncaughtExceptionHandler((_, e) -> failure.set(e))
                        .start(() -> subject().engine.appendEvents(event("b", 0, "never")));
                Awaitility.await().until(() -> waitingForLock().equals("1"));
                waiting.interrupt();
                Awaitility.await().until(() -> !waiting.isAlive());
            });
        });
        assertThat(failure.get()).isInstanceOf(EventStoreException.class);
        subject().note("a", "two");
        assertThat(subject().texts()).containsExactly("one", "two");
    }

    private String waitingForLock() throws SQLException {
        return log.ask("select count(*) from pg_locks where locktype = 'advisory' and not granted");
    }

    @Test
    void a_reader_that_cannot_reach_the_log_fails_loudly() throws SQLException {
        log.execute("alter table event rename to hidden");
        assertThatThrownBy(() -> subject().engine.head()).isInstanceOf(EventStoreException.class);
        assertThatThrownBy(() -> subject().engine.read(0, 1)).isInstanceOf(EventStoreException.class);
        assertThatThrownBy(() -> subject().engine.trace(UUID.randomUUID())).isInstanceOf(EventStoreException.class);
        assertThatThrownBy(() -> subject().engine.readEvents("a").hasNext()).isInstanceOf(EventStoreException.class);
    }

    @Test
    void appends_and_reads_use_indexes_however_small_the_log_is_when_they_are_planned() throws SQLException {
        assertThat(plan(EventLogWriter.STATE, "'{}', '{}'")).contains("Index").doesNotContain("Seq Scan on event");
        assertThat(plan(EventLogReader.AFTER, "0, 9")).contains("Index").doesNotContain("Seq Scan on event");
        assertThat(plan(EventLogReader.OF_AGGREGATE, "'a', 0, 9")).contains("Index").doesNotContain("Seq Scan on event");
    }

    /** The plan that is kept for a statement. */
    private String plan(String sql, String arguments) throws SQLException {
        StringBuilder prepare = new StringBuilder("prepare kept as ");
        int parameter = 0;
        for (String part : sql.split("\\?", -1)) {
            prepare.append(parameter == 0 ? "" : "$" + parameter).append(part);
            parameter++;
        }
        StringBuilder plan = new StringBuilder();
        try (Connection connection = log.dataSource.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("set plan_cache_mode = force_generic_plan");
            statement.execute(prepare.toString().replace("unnest($2)", "unnest($2::text[])"));
            ResultSet rows = statement.executeQuery("explain execute kept (" + arguments + ")");
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }

    @Test
    void an_engine_needs_a_connection_provider() {
        assertThatThrownBy(() -> PostgresEventStorageEngine.builder().build())
                .isInstanceOf(AxonConfigurationException.class);
    }

    @Test
    void a_conflict_does_not_hold_the_lock_beyond_its_unit_of_work() {
        subject().note("a", "one");
        assertThatThrownBy(() -> subject().command(() -> subject().store.publish(event("a", 5, "never"))))
                .isInstanceOf(ConcurrencyException.class);
        subject().note("a", "two");
        assertThat(subject().texts()).containsExactly("one", "two");
    }

    private void terminateOtherBackends() {
        try {
            log.ask("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
