/** Every projection there is, for whoever runs them. */
@NullMarked
package exchange.settlement.projections.catalogue;

import org.jspecify.annotations.NullMarked;
