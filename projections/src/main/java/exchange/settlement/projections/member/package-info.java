/** Which members there are, as their events tell them. */
@NullMarked
package exchange.settlement.projections.member;

import org.jspecify.annotations.NullMarked;
