/** Tests of the directories of members and listings. */
@NullMarked
package exchange.settlement.projections.payout;

import org.jspecify.annotations.NullMarked;
