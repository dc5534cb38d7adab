package exchange.settlement.domain.account;

import exchange.settlement.domain.AggregateId;
import exchange.settlement.domain.member.MemberId;
import java.util.Currency;

/**
 * Identifies the account of a member in a currency.
 *
 * @param member   whose account it is
 * @param currency of every amount on it
 */
public record AccountId(MemberId member, Currency currency) implements AggregateId {

    @Override
    public String stream() {
        return "account/" + member.value() + "/" + currency.getCurrencyCode();
    }
}
