package exchange.settlement.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Currency;
import org.junit.jupiter.api.Test;

class MoneyTest {

    private static final Money DOLLAR = new Money(100, Currency.getInstance("USD"));

    @Test
    void arithmetic_is_exact() {
        assertThat(Money.cny(2).plus(Money.cny(3))).isEqualTo(Money.cny(5));
        assertThat(Money.cny(2).minus(Money.cny(3))).isEqualTo(Money.cny(-1));
        assertThat(Money.cny(2).negated()).isEqualTo(Money.cny(-2));
        assertThat(Money.cny(2)).isLessThan(Money.cny(3)).hasToString("2 CNY");
    }

    @Test
    void overflow_is_an_error_and_never_a_wrong_figure() {
        var most = Money.cny(Long.MAX_VALUE);
        assertThatThrownBy(() -> most.plus(Money.cny(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Money.cny(Long.MIN_VALUE).minus(Money.cny(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Money.cny(Long.MIN_VALUE).negated()).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void currencies_do_not_mix() {
        assertThatThrownBy(() -> Money.cny(1).plus(DOLLAR)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Money.cny(1).minus(DOLLAR)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Money.cny(1).compareTo(DOLLAR)).isInstanceOf(IllegalArgumentException.class);
    }
}
