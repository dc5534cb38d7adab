/** Listings (交易标的): what is registered, found compliant, and put on the shelf (上架) at a price. */
@NullMarked
package exchange.settlement.domain.listing;

import org.jspecify.annotations.NullMarked;
