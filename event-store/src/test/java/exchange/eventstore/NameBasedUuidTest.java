package exchange.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class NameBasedUuidTest {

    private static final UUID DNS = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

    @Test
    void the_example_of_the_rfc_comes_out() {
        assertThat(NameBasedUuid.uuid5(DNS, "www.example.com"))
                .hasToString("2ed6657d-e927-568b-95e1-2665a8aea6a2");
    }

    @Test
    void every_event_of_a_command_has_its_own_id_and_always_the_same() {
        assertThat(CommandIdentity.eventId(DNS, 0)).isEqualTo(CommandIdentity.eventId(DNS, 0))
                .isNotEqualTo(CommandIdentity.eventId(DNS, 1)).isEqualTo(NameBasedUuid.uuid5(DNS, "0"));
    }
}
