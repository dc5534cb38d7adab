/** Turnover on every basis, by every dimension, as of any position. */
@NullMarked
package exchange.settlement.projections.report;

import org.jspecify.annotations.NullMarked;
