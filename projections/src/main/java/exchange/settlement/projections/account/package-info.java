/** The accounts of members. */
@NullMarked
package exchange.settlement.projections.account;

import org.jspecify.annotations.NullMarked;
