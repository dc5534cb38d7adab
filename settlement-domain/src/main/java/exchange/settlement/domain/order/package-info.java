/** Orders (订单): one trade each, from placing to settlement; the order judges every race about itself. */
@NullMarked
package exchange.settlement.domain.order;

import org.jspecify.annotations.NullMarked;
