/** The journal and its balances, as of any position or instant. */
@NullMarked
package exchange.settlement.projections.journal;

import org.jspecify.annotations.NullMarked;
