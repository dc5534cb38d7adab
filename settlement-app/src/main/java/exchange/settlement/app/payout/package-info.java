/** Payouts over HTTP: payee accounts, what members ask for, and what the bank sends and tells. */
@NullMarked
package exchange.settlement.app.payout;

import org.jspecify.annotations.NullMarked;
