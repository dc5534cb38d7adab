/** What operators look at: health, lag, invariants, rebuilds. */
@NullMarked
package exchange.settlement.app.operations;

import org.jspecify.annotations.NullMarked;
