/** Tests of the journal as read. */
@NullMarked
package exchange.settlement.projections.journal;

import org.jspecify.annotations.NullMarked;
