package exchange.settlement.domain.policy;

import static exchange.settlement.domain.Samples.PRICE;
import static exchange.settlement.domain.Samples.terms;
import static org.assertj.core.api.Assertions.assertThat;

import exchange.settlement.domain.Money;
import exchange.settlement.domain.Rate;
import exchange.settlement.domain.policy.SettlementTerms.FeeOnRefund;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SettlementTermsTest {

    private static final long SEED = 20_261_123;

    @Test
    void the_trade_of_the_api_page_divides_as_that_page_says() {
        assertThat(terms(PRICE).whole()).isEqualTo(new Figures(PRICE, Money.cny(100_000), Money.cny(6_000), Money.cny(2_650),
                Money.cny(150), Money.cny(103_350)));
    }

    @Test
    void small_amounts_divide_without_a_remainder() {
        assertThat(terms(Money.cny(0)).whole()).isEqualTo(figures(0, 0, 0, 0, 0, 0));
        assertThat(terms(Money.cny(1)).whole()).isEqualTo(figures(1, 1, 0, 0, 0, 1));
        assertThat(terms(Money.cny(20)).whole()).isEqualTo(figures(20, 19, 1, 1, 0, 19));
        assertThat(terms(Money.cny(9_999)).whole()).isEqualTo(figures(9_999, 9_433, 566, 250, 14, 9_749));
    }

    @Test
    void parts_sum_to_the_whole_however_it_is_split_and_none_is_negative() {
        var random = new SplittableRandom(SEED);
        for (int i = 0; i < 2_000; i++) {
            var rates = new Rate[]{new Rate(random.nextInt(1_000_001)), new Rate(random.nextInt(1_000_001)),
                    new Rate(random.nextInt(1_000_001))};
            var gross = Money.cny(random.nextLong(random.nextBoolean() ? 100 : 1_000_000_000_000L));
            var terms = new SettlementTerms(gross, "v1", "VAT", rates[0], rates[1], rates[2], FeeOnRefund.EXCHANGE);
            assertThat(sumOfRandomParts(terms, random)).as("seed %d, split %d of %s", SEED, i, terms).isEqualTo(terms.whole());
        }
    }

    @Test
    void a_split_into_single_fen_loses_and_makes_none() {
        var terms = terms(Money.cny(1_003));
        var sum = figures(0, 0, 0, 0, 0, 0);
        for (int fen = 0; fen < 1_003; fen++) {
            sum = plus(sum, terms.part(Money.cny(fen), Money.cny(1)));
        }
        assertThat(sum).isEqualTo(terms.whole());
    }

    private static Figures sumOfRandomParts(SettlementTerms terms, SplittableRandom random) {
        var sum = figures(0, 0, 0, 0, 0, 0);
        var before = Money.cny(0);
        while (before.compareTo(terms.gross()) < 0) {
            long left = terms.gross().minus(before).minor();
            var part = Money.cny(random.nextInt(4) == 0 ? left : 1 + random.nextLong(left));
            var divided = terms.part(before, part);
            assertThat(lines(divided)).noneMatch(Money::isNegative);
            assertThat(divided.net().plus(divided.vat())).isEqualTo(part);
            assertThat(divided.fee().plus(divided.payout())).isEqualTo(part);
            sum = plus(sum, divided);
            before = before.plus(part);
        }
        return sum;
    }

    private static List<Money> lines(Figures f) {
        return List.of(f.gross(), f.net(), f.vat(), f.fee(), f.feeVat(), f.payout());
    }

    private static Figures plus(Figures a, Figures b) {
        return new Figures(a.gross().plus(b.gross()), a.net().plus(b.net()), a.vat().plus(b.vat()), a.fee().plus(b.fee()),
                a.feeVat().plus(b.feeVat()), a.payout().plus(b.payout()));
    }

    private static Figures figures(long gross, long net, long vat, long fee, long feeVat, long payout) {
        return new Figures(Money.cny(gross), Money.cny(net), Money.cny(vat), Money.cny(fee), Money.cny(feeVat),
                Money.cny(payout));
    }
}
