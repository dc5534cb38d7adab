/** Orders over HTTP: placing, every step, and what can be read of a trade. */
@NullMarked
package exchange.settlement.app.order;

import org.jspecify.annotations.NullMarked;
