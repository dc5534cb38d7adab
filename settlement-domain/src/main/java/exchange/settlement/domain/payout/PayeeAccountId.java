package exchange.settlement.domain.payout;

import exchange.settlement.domain.AggregateId;
import exchange.settlement.domain.member.MemberId;
import java.util.Currency;

/**
 * Identifies the bank account that a member is paid out to in a currency.
 *
 * @param member   whose account it is
 * @param currency what is paid to it
 */
public record PayeeAccountId(MemberId member, Currency currency) implements AggregateId {

    @Override
    public String stream() {
        return "payee-account/" + member.value() + "/" + currency.getCurrencyCode();
    }
}
