package exchange.settlement.app.web;

import exchange.settlement.domain.Money;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code {"amount":"106000","currency":"CNY"}}, and nothing that only looks like it. */
final class Amounts {

    private static final int DIGITS_MAX = 15;
    private static final Pattern MINOR_UNITS = Pattern.compile("0|[1-9][0-9]{0," + (DIGITS_MAX - 1) + "}");

    private Amounts() {}

    /** What is wrong with an amount, if anything is: the field, empty for the whole, and what is expected. */
    record Wrong(String field, String detail) {}

    static Optional<Wrong> wrong(Map<?, ?> fields, Fields.Sign sign) {
        if (!(fields.get("amount") instanceof String amount) || !MINOR_UNITS.matcher(amount).matches()) {
            return Optional.of(new Wrong("/amount", "must be minor units as a string of up to " + DIGITS_MAX
                    + " digits, without sign, fraction or leading zeros, such as \"106000\""));
        }
        if (sign == Fields.Sign.POSITIVE && amount.equals("0")) {
            return Optional.of(new Wrong("/amount", "must be more than 0"));
        }
        if (!(fields.get("currency") instanceof String code) || currency(code) == null) {
            return Optional.of(new Wrong("/currency", "must be the ISO 4217 code of a currency, such as \"CNY\""));
        }
        return fields.keySet().stream().filter(name -> !"amount".equals(name) && !"currency".equals(name)).findFirst()
                .map(name -> new Wrong("/" + JsonBody.escaped(String.valueOf(name)), "is not a field here"));
    }

    /** The amount in fields that have been found right. */
    static Money read(Map<?, ?> fields) {
        Currency currency = currency(String.valueOf(fields.get("currency")));
        return new Money(Long.parseLong(String.valueOf(fields.get("amount"))), currency == null ? Money.CNY : currency);
    }

    /** ISO 4217 also lists gold, test codes and "no currency"; what has no minor unit cannot be counted in it. */
    static @Nullable Currency currency(String code) {
        try {
            Currency currency = Currency.getInstance(code);
            return currency.getDefaultFractionDigits() < 0 ? null : currency;
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }
}
