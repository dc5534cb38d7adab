package exchange.settlement.projections.journal;

import exchange.settlement.domain.Money;
import java.util.Currency;

/**
 * What a member has in one currency.
 *
 * @param currency  the currency
 * @param available what it can spend
 * @param reserved  what is set aside for orders
 * @param blocked   what a court has frozen
 */
public record MemberBalance(Currency currency, Money available, Money reserved, Money blocked) {}
