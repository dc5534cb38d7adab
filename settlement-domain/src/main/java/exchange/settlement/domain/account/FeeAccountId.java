package exchange.settlement.domain.account;

import exchange.settlement.domain.AggregateId;
import java.util.Currency;

/**
 * Identifies the exchange's own fee account in a currency.
 *
 * @param currency of every amount on it
 */
public record FeeAccountId(Currency currency) implements AggregateId {

    @Override
    public String stream() {
        return "fees/" + currency.getCurrencyCode();
    }
}
