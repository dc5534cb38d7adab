/** What came in at the supervised bank. */
@NullMarked
package exchange.settlement.projections.bank;

import org.jspecify.annotations.NullMarked;
