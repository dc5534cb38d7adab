package exchange.settlement.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RateTest {

    @Test
    void a_share_is_rounded_half_up() {
        share(25_000, 106_000, 2_650);
        share(25_000, 19, 0);
        share(25_000, 20, 1);
        share(25_000, 59, 1);
        share(25_000, 60, 2);
        share(500_000, 1, 1);
        share(333_333, 1, 0);
        share(333_333, 2, 1);
        share(0, 106_000, 0);
        share(1_000_000, 106_000, 106_000);
        share(1_000_000, Long.MAX_VALUE, Long.MAX_VALUE);
    }

    @Test
    void tax_is_taken_out_of_what_includes_it() {
        withoutTax(60_000, 106_000, 100_000);
        withoutTax(60_000, 1, 1);
        withoutTax(60_000, 9, 8);
        withoutTax(60_000, 10, 9);
        withoutTax(30_000, 100, 97);
        withoutTax(130_000, 113, 100);
        withoutTax(0, 7, 7);
        withoutTax(1_000_000, 3, 2);
        withoutTax(1_000_000, Long.MAX_VALUE, 4_611_686_018_427_387_904L);
    }

    @Test
    void shares_lie_between_nothing_and_the_whole_and_are_taken_of_what_is_there() {
        assertThatThrownBy(() -> new Rate(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Rate(1_000_001)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Rate(1).of(Money.cny(-1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Rate(1).withoutTax(Money.cny(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    private static void share(int perMillion, long amount, long expected) {
        assertThat(new Rate(perMillion).of(Money.cny(amount))).isEqualTo(Money.cny(expected));
    }

    private static void withoutTax(int perMillion, long gross, long expected) {
        assertThat(new Rate(perMillion).withoutTax(Money.cny(gross))).isEqualTo(Money.cny(expected));
    }
}
