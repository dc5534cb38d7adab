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

    @Test
    void a_check_character_alone_makes_no_code() {
        // Their check characters are all right; authority, category and province are not.
        for (String body : new String[]{"00000000000000000", "90440000000000000", "94440000000000000", "Y2440000000000000",
                "B1440000000000000", "13000000000000000", "91000000000000000", "91991900000000000", "91161900000000000"}) {
            assertThat(RegistrationNumber.isValid(checked(body))).as(body).isFalse();
        }
        assertThat(RegistrationNumber.isValid("000000000000000000")).isFalse();
    }

    @Test
    void every_kind_of_organisation_has_codes() {
        for (String body : new String[]{"11440000000000001", "12100000000000002", "31110000MD0000003", "52810000MJ0000004",
                "91441900000000005", "93500000MA0000006", "N2440000MF0000007", "Y1440300MB0000008", "A1100000000000009"}) {
            assertThat(RegistrationNumber.isValid(checked(body))).as(body).isTrue();
        }
    }

    private static String checked(String body) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < body.length(); i++) {
            sum += ALPHABET.indexOf(body.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return body + ALPHABET.charAt((31 - sum % 31) % 31);
    }
}
