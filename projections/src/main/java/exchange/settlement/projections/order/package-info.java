/** Which orders there are, and the deadlines that run. */
@NullMarked
package exchange.settlement.projections.order;

import org.jspecify.annotations.NullMarked;
