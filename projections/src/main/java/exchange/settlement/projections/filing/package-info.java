/** Filed trades by their parties. */
@NullMarked
package exchange.settlement.projections.filing;

import org.jspecify.annotations.NullMarked;
