/** Listings over HTTP: from draft to shelf and off it again. */
@NullMarked
package exchange.settlement.app.listing;

import org.jspecify.annotations.NullMarked;
