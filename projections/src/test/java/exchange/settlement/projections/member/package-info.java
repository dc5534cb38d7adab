/** Tests of the directories of members and listings. */
@NullMarked
package exchange.settlement.projections.member;

import org.jspecify.annotations.NullMarked;
