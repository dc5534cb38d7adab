/** Payouts (出金): a member's money leaves the exchange, to the bank account in its own name (收款账户). */
@NullMarked
package exchange.settlement.domain.payout;

import org.jspecify.annotations.NullMarked;
