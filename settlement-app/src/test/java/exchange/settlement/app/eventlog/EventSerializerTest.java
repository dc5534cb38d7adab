package exchange.settlement.app.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exchange.settlement.domain.account.Account;
import exchange.settlement.domain.catalogue.AggregateCatalogue;
import exchange.settlement.domain.order.OrderEvent.OrderConfirmed;
import exchange.settlement.domain.order.OrderEvent.OrderDisputed;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the serializer makes of the log: known events exactly, anything else not at all. */
class EventSerializerTest {

    private static final String CONFIRMED = """
            {"order":"0b7e3c52-4f0d-5a8e-9c61-2d1f5a7b9e01","fundBy":"2026-03-05T16:00:00Z","at":"2026-03-02T01:30:00Z"}""";
    private static final OrderConfirmed EVENT = new OrderConfirmed(EventSamples.ORDER, Instant.parse("2026-03-05T16:00:00Z"),
            Instant.parse("2026-03-02T01:30:00Z"));

    private final EventSerializer serializer = new EventSerializer();

    @Test
    void an_earlier_revision_is_read_through_the_chain() {
        var old = CONFIRMED.replace("fundBy", "payBy");
        var chain = new EventUpcasterChain(new Renaming("0", "0.5", "payBy", "due"), new Renaming("0.5", "1", "due", "fundBy"));

        assertThat(read(chain, "order.confirmed", "0", old)).isEqualTo(EVENT);
        assertThat(read(chain, "order.confirmed", "0.5", CONFIRMED.replace("fundBy", "due"))).isEqualTo(EVENT);
        assertThat(read(chain, "order.confirmed", "1", CONFIRMED)).isEqualTo(EVENT);
    }

    @Test
    void an_earlier_revision_without_an_upcaster_is_not_guessed_at() {
        assertThat(read("order.confirmed", "0", CONFIRMED)).isInstanceOf(UnknownSerializedType.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"order.vanished", "exchange.settlement.domain.order.OrderEvent$OrderConfirmed", "java.lang.String",
            "org.axonframework.eventhandling.GlobalSequenceTrackingToken"})
    void only_known_names_become_classes(String name) {
        assertThat(read(name, "1", CONFIRMED)).isInstanceOf(UnknownSerializedType.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "", "latest"})
    void an_unknown_revision_is_not_guessed_at(String revision) {
        assertThat(read("order.confirmed", revision, CONFIRMED)).isInstanceOf(UnknownSerializedType.class);
    }

    static Stream<String> broken() {
        return Stream.of(CONFIRMED.replace("}", ",\"fundby\":1}"), CONFIRMED.replace("}", ",\"trade\":null}"),
                CONFIRMED.substring(0, CONFIRMED.length() - 1), CONFIRMED + "{}", CONFIRMED.replace("0b7e3c52", "order"),
                CONFIRMED.replace("2026-03-05", "2026-13-05"), CONFIRMED.replace("}", ",\"at\":\"2026-03-02T01:30:00Z\"}"), "[]",
                "");
    }

    @ParameterizedTest
    @MethodSource("broken")
    void a_payload_that_is_not_understood_is_refused(String json) {
        assertThatThrownBy(() -> read("order.confirmed", "1", json)).isInstanceOf(SerializationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "15", "\"1.5\"", "\"\"", "\"9223372036854775808\""})
    void an_amount_is_whole_minor_units_in_a_string(String amount) {
        var json = """
                {"order":"0b7e3c52-4f0d-5a8e-9c61-2d1f5a7b9e01","amount":{"amount":%s,"currency":"CNY"},"at":"2026-03-02T01:30:00Z"}"""
                .formatted(amount);
        assertThatThrownBy(() -> read("escrow.funded", "1", json)).isInstanceOf(SerializationException.class);
    }

    @Test
    void what_is_not_there_is_left_out_and_stays_away() {
        var event = new OrderDisputed(EventSamples.ORDER, null, EventSamples.AT);
        var written = write(event);

        assertThat(written).doesNotContain("reason").doesNotContain("null");
        assertThat(read("order.disputed", "1", written)).isEqualTo(event);
    }

    @Test
    void metadata_come_back_as_they_were() {
        var metaData = MetaData.from(Map.of("rootCommandId", "c0ffee", "client", "marketplace", "subject", "王芳"));
        var written = serializer.serialize(metaData, byte[].class);

        assertThat(serializer.<byte[], MetaData>deserialize(written)).isEqualTo(metaData);
        assertThat(new String(written.getData(), StandardCharsets.UTF_8)).doesNotContain("class");
    }

    @Test
    void a_snapshot_of_an_account_has_a_stable_name_and_comes_back() {
        var json = """
                {"state":{"id":\
                {"member":"1c8f4d63-5a1e-5b9f-8d72-3e2a6b8cad02","currency":"CNY"},"open":true,\
                "available":{"amount":"500","currency":"CNY"},"reservations":\
                {"0b7e3c52-4f0d-5a8e-9c61-2d1f5a7b9e01":{"amount":"70","currency":"CNY"}},"openOrders":1,\
                "payouts":["8df0beda-1f9e-4bf5-8dd8-9e8ac1e24d09"]},"stream":"account/1c8f4d63-5a1e-5b9f-8d72-3e2a6b8cad02/CNY"}""";
        Object account = serializer.deserialize(new SimpleSerializedObject<>(json, String.class,
                serializer.typeForClass(Account.class)));

        assertThat(account).isInstanceOf(Account.class);
        assertThat(serializer.typeForClass(Account.class).getName()).isEqualTo("snapshot.Account");
        assertThat(write(account)).isEqualTo(json);
    }

    @Test
    void a_snapshot_that_other_code_folded_is_unknown() {
        assertThat(serializer.classForType(new SimpleSerializedType("snapshot.Account", null)))
                .isEqualTo(UnknownSerializedType.class);
        assertThat(serializer.classForType(new SimpleSerializedType("snapshot.Account", "0123456789abcdef")))
                .isEqualTo(UnknownSerializedType.class);
    }

    @Test
    void every_snapshotted_aggregate_has_a_name_and_a_revision_of_its_own() {
        var types = AggregateCatalogue.longLived().stream().map(serializer::typeForClass).toList();
        assertThat(types.stream().map(SerializedType::getName)).doesNotHaveDuplicates()
                .allMatch(name -> name.startsWith("snapshot."));
        assertThat(types.stream().map(SerializedType::getRevision)).doesNotHaveDuplicates().allMatch(r -> r.length() == 16);
    }

    private Object read(String name, String revision, String json) {
        return read(EventUpcasters.chain(), name, revision, json);
    }

    private Object read(EventUpcaster upcasters, String name, String revision, String json) {
        return StoredEvents.read(serializer, upcasters, name, revision, json).getPayload();
    }

    private String write(Object value) {
        return new String(serializer.serialize(value, byte[].class).getData(), StandardCharsets.UTF_8);
    }

    /** Brings a confirmation from one revision to the next, in which a field is called something else. */
    private static final class Renaming extends SingleEventUpcaster {

        private final String from;
        private final String to;
        private final String field;
        private final String renamed;

        Renaming(String from, String to, String field, String renamed) {
            this.from = from;
            this.to = to;
            this.field = field;
            this.renamed = renamed;
        }

        @Override
        protected boolean canUpcast(IntermediateEventRepresentation event) {
            return event.getType().equals(new SimpleSerializedType("order.confirmed", from));
        }

        @Override
        protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
            return event.upcastPayload(new SimpleSerializedType("order.confirmed", to), JsonNode.class, payload -> {
                var fields = (ObjectNode) payload;
                fields.set(renamed, fields.remove(field));
                return fields;
            });
        }
    }
}
