/**
 * Trades that were made elsewhere and are filed here (备案): on record with their evidence, counted on a line of their own, and never
 * a posting, since no money of theirs passes through the exchange.
 */
@NullMarked
package exchange.settlement.domain.filing;

import org.jspecify.annotations.NullMarked;
