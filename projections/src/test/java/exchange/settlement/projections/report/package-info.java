/** Tests of turnover reports. */
@NullMarked
package exchange.settlement.projections.report;

import org.jspecify.annotations.NullMarked;
