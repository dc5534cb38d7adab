package exchange.settlement.domain;

import java.util.Currency;
import java.util.Objects;

/**
 * An exact amount: a whole number of minor units (fen, cents) of one ISO 4217 currency.
 * <p>
 * Arithmetic is exact: overflow and mixed currencies are errors, never a wrong figure.
 *
 * @param minor    the amount in minor units; may be negative in differences and postings
 * @param currency the ISO 4217 currency
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {

    /** The currency of the first exchange; what reports assume when none is asked for. */
    public static final Currency CNY = Currency.getInstance("CNY");

    public Money {
        Objects.requireNonNull(currency, "currency");
    }

    /** An amount of Chinese yuan, in fen. */
    public static Money cny(long fen) {
        return new Money(fen, CNY);
    }

    /** Nothing, in a currency. */
    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /** The exact sum; both amounts must be of one currency. */
    public Money plus(Money other) {
        return new Money(Math.addExact(minor, sameCurrency(other).minor), currency);
    }

    /** The exact difference; both amounts must be of one currency. */
    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, sameCurrency(other).minor), currency);
    }

    /** The same amount with the other sign. */
    public Money negated() {
        return new Money(Math.negateExact(minor), currency);
    }

    public boolean isZero() {
        return minor == 0;
    }

    public boolean isNegative() {
        return minor < 0;
    }

    public boolean isPositive() {
        return minor > 0;
    }

    /** Compares two amounts of one currency. */
    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, sameCurrency(other).minor);
    }

    /** Minor units, a space and the currency code: {@code 106000 CNY}. */
    @Override
    public String toString() {
        return minor + " " + currency.getCurrencyCode();
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Amounts of " + currency + " and " + other.currency + " do not add up");
        }
        return other;
    }
}
