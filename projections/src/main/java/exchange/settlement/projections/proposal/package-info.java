/** Proposals by where they stand. */
@NullMarked
package exchange.settlement.projections.proposal;

import org.jspecify.annotations.NullMarked;
