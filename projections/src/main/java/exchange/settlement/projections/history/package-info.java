/** The history of each trade, event by event. */
@NullMarked
package exchange.settlement.projections.history;

import org.jspecify.annotations.NullMarked;
