/** Which listings there are, on the shelf or not. */
@NullMarked
package exchange.settlement.projections.listing;

import org.jspecify.annotations.NullMarked;
