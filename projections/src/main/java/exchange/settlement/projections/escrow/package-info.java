/** What each escrow took in, gave out and holds. */
@NullMarked
package exchange.settlement.projections.escrow;

import org.jspecify.annotations.NullMarked;
