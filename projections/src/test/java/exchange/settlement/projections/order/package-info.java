/** Tests of orders and deadlines as read. */
@NullMarked
package exchange.settlement.projections.order;

import org.jspecify.annotations.NullMarked;
