/** Escrow (资金监管): holds the price of one trade, and releases or refunds it in parts. */
@NullMarked
package exchange.settlement.domain.escrow;

import org.jspecify.annotations.NullMarked;
