package exchange.settlement.domain.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class RegistrationNumberTest {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final String GOOD = "91350100M000100Y43";

    @Test
    void the_standards_own_example_is_valid() {
        assertThat(RegistrationNumber.isValid(GOOD)).isTrue();
        assertThat(new RegistrationNumber(GOOD).value()).isEqualTo(GOOD);
    }

    @Test
    void every_single_mistyped_character_is_noticed() {
        for (int i = 0; i < GOOD.length(); i++) {
            for (String other : ALPHABET.split("(?!^)", -1)) {
                String typo = GOOD.substring(0, i) + other + GOOD.substring(i + 1);
                assertThat(RegistrationNumber.isValid(typo)).as(typo).isEqualTo(typo.equals(GOOD));
            }
        }
    }

    @Test
    void other_shapes_are_refused() {
        for (String wrong : new String[]{"", GOOD.toLowerCase(Locale.ROOT), GOOD + "0", " " + GOOD, GOOD.substring(1),
                "9135010OM000100Y43"}) {
            assertThat(RegistrationNumber.isValid(wrong)).as(wrong).isFalse();
            assertThatThrownBy(() -> new RegistrationNumber(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
