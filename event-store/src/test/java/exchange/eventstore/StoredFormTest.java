package exchange.eventstore;

import static exchange.eventstore.EngineUnderTest.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is written to the table, and how what others or earlier revisions have written is read. */
class StoredFormTest {

    private TestPostgres log;
    private PostgresEventStorageEngine engine;

    @BeforeEach
    void openEmptyLog() throws Exception {
        log = TestPostgres.emptyLog();
        engine = log.engine().build();
    }

    @Test
    void an_event_is_stored_with_its_type_and_revision_as_it_was_serialised() throws SQLException {
        engine.appendEvents(event("a", 0, "one"));
        assertThat(log.ask("""
                select concat_ws('|', position, aggregate_id, sequence, aggregate_type, payload_type, payload_revision,
                                 convert_from(payload, 'UTF8'), convert_from(metadata, 'UTF8')) from event
                """)).isEqualTo("1|a|0|Notebook|exchange.eventstore.Noted|{\"text\":\"one\"}|{}");
    }

    @Test
    void upcasters_apply_on_both_read_paths() throws SQLException {
        engine.appendEvents(event("a", 0, "one"));
        insert(2, "a", 1, "notebook.remark", "{\"remark\":\"from the past\"}");
        PostgresEventStorageEngine upcasting = log.engine().upcasterChain(new RemarkUpcaster()).build();
        Noted expected = new Noted("from the past");
        assertThat(upcasting.read(1, 10)).extracting(Message::getPayload).isEqualTo(List.of(expected));
        assertThat(upcasting.readEvents(null, false)).extracting(Message::getPayload).element(1).isEqualTo(expected);
        assertThat(upcasting.readEvents("a").asStream().<Object>map(Message::getPayload)).element(1).isEqualTo(expected);
    }

    @Test
    void events_that_upcasters_drop_do_not_look_like_the_end_of_the_log() throws SQLException {
        for (int i = 0; i < 5; i++) {
            insert(i + 1, "a", i, "notebook.noise", "{}");
        }
        engine.appendEvents(event("a", 5, "behind the noise"));
        EventUpcaster dropsNoise = events -> events.filter(event -> !event.getType().getName().equals("notebook.noise"));
        List<TrackedEventMessage<?>> read = log.engine().upcasterChain(dropsNoise).build().read(0, 2);
        assertThat(read).singleElement()
                .satisfies(event -> assertThat(EngineUnderTest.position(event)).isEqualTo(6));
    }

    @Test
    void an_unknown_payload_type_is_handed_on_as_unknown() throws SQLException {
        insert(1, "a", 0, "no.such.Type", "{}");
        Function<Object, String> name = payload -> ((UnknownSerializedType) payload).serializedType().getName();
        assertThat(name.apply(engine.read(0, 1).getFirst().getPayload())).isEqualTo("no.such.Type");
        assertThat(name.apply(engine.readEvents("a").next().getPayload())).isEqualTo("no.such.Type");
    }

    @Test
    void an_unreadable_snapshot_does_not_stop_the_aggregate_from_loading() throws SQLException {
        try (EngineUnderTest subject = new EngineUnderTest(engine, new MutableClock())) {
            subject.note("a", "one", "two");
            for (String[] broken : new String[][]{{"no.such.Type", "{}"}, {Noted.class.getName(), "{broken"}}) {
                log.execute("""
                        delete from snapshot;
                        insert into snapshot values ('a', 1, 'Notebook', '%s', null, '%s', '{}', now())
                        """.formatted(broken[0], broken[1]));
                assertThat(engine.readSnapshot("a")).isEmpty();
                assertThat(subject.store.readEvents("a").asStream()).hasSize(2);
            }
        }
    }

    private void insert(long position, String aggregateId, long sequence, String type, String payload)
            throws SQLException {
        String insert = """
                insert into event values (?, ?, ?, ?, 'Notebook', ?, null, now(), convert_to(?, 'UTF8'), '{}')
                """;
        try (Connection connection = log.dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setLong(1, position);
            statement.setObject(2, UUID.randomUUID());
            statement.setString(3, aggregateId);
            statement.setLong(4, sequence);
            statement.setString(5, type);
            statement.setString(6, payload);
            statement.executeUpdate();
        }
    }

    /** What is now a note was a remark. */
    private static final class RemarkUpcaster extends SingleEventUpcaster {

        @Override
        protected boolean canUpcast(IntermediateEventRepresentation event) {
            return event.getType().getName().equals("notebook.remark");
        }

        @Override
        protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
            return event.upcastPayload(new SimpleSerializedType(Noted.class.getName(), null), String.class,
                    json -> json.replace("\"remark\"", "\"text\""));
        }
    }
}
