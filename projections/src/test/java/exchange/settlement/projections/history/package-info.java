/** Tests of trade histories. */
@NullMarked
package exchange.settlement.projections.history;

import org.jspecify.annotations.NullMarked;
