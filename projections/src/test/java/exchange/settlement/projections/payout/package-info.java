/** Tests of the lists of payouts and payee accounts. */
@NullMarked
package exchange.settlement.projections.payout;

import org.jspecify.annotations.NullMarked;
