package exchange.settlement.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exchange.settlement.domain.Money;
import exchange.settlement.domain.Rate;
import exchange.settlement.domain.member.TaxpayerType;
import exchange.settlement.domain.policy.SettlementTerms.FeeOnRefund;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PolicyBookTest {

    private static final LocalDate SPRING = LocalDate.of(2026, 3, 1);
    private static final LocalDate AUTUMN = LocalDate.of(2026, 9, 1);

    @Test
    void the_newest_version_that_has_begun_is_in_force() {
        var book = new PolicyBook(List.of(policy("b", AUTUMN), policy("a", SPRING)));
        assertThat(book.on(SPRING).version()).isEqualTo("a");
        assertThat(book.on(AUTUMN.minusDays(1)).version()).isEqualTo("a");
        assertThat(book.on(AUTUMN).version()).isEqualTo("b");
        assertThatThrownBy(() -> book.on(SPRING.minusDays(1))).hasMessageStartingWith("policy.none-in-force");
    }

    @Test
    void no_two_versions_begin_on_one_date() {
        assertThatThrownBy(() -> new PolicyBook(List.of(policy("a", SPRING), policy("b", SPRING))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_type_of_taxpayer_without_a_rule_sells_nothing() {
        assertThatThrownBy(() -> policy("a", SPRING).terms(Money.cny(1), TaxpayerType.GENERAL))
                .hasMessageStartingWith("policy.no-vat-rule");
    }

    private static Policy policy(String version, LocalDate from) {
        return new Policy(version, from, new Rate(0), new Rate(0), Map.of(), FeeOnRefund.EXCHANGE);
    }
}
