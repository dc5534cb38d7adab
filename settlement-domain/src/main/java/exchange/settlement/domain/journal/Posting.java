package exchange.settlement.domain.journal;

import exchange.settlement.domain.Money;

/**
 * One leg of an entry. Positive amounts credit the account: the market owes more to its owner. Negative amounts debit it. So the
 * bank's accounts, which are owed to the market, stand at minus what the bank holds, and everything together sums to zero.
 *
 * @param account the account
 * @param amount  signed
 */
public record Posting(LedgerAccount account, Money amount) {}
