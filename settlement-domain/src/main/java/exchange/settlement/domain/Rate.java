package exchange.settlement.domain;

import java.math.BigInteger;

/**
 * An exact share, in parts per million: 2.5 % is {@code 25_000}.
 *
 * @param perMillion parts per million, not negative, at most the whole
 */
public record Rate(int perMillion) {

    private static final int WHOLE = 1_000_000;

    public Rate {
        if (perMillion < 0 || perMillion > WHOLE) {
            throw new IllegalArgumentException("A rate lies between 0 and 1,000,000 parts per million, not " + perMillion);
        }
    }

    /** This share of an amount, rounded half up to the minor unit. */
    public Money of(Money amount) {
        return scaled(amount, perMillion, WHOLE);
    }

    /** What remains of a tax-inclusive amount when the tax at this rate is taken out, rounded half up to the minor unit. */
    public Money withoutTax(Money gross) {
        return scaled(gross, WHOLE, WHOLE + perMillion);
    }

    private static Money scaled(Money amount, long numerator, long denominator) {
        if (amount.isNegative()) {
            throw new IllegalArgumentException("Shares are taken of amounts that are not negative, not of " + amount);
        }
        var doubled = BigInteger.valueOf(amount.minor()).multiply(BigInteger.valueOf(2 * numerator));
        var halfUp = doubled.add(BigInteger.valueOf(denominator)).divide(BigInteger.valueOf(2 * denominator));
        return new Money(halfUp.longValueExact(), amount.currency());
    }
}
