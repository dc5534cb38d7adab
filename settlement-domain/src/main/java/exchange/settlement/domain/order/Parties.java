package exchange.settlement.domain.order;

import exchange.settlement.domain.member.MemberId;
import java.util.Currency;

/**
 * Who trades, and in which currency.
 *
 * @param buyer    pays
 * @param provider delivers
 * @param currency of every amount of the trade
 */
public record Parties(MemberId buyer, MemberId provider, Currency currency) {}
