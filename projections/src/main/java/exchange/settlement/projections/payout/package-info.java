/** Payouts as lists: what a member asked for, and what the bank has to send. */
@NullMarked
package exchange.settlement.projections.payout;

import org.jspecify.annotations.NullMarked;
