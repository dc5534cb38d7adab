/** Says that null is not expected. */
@NullMarked
package exchange.settlement.house.violations.nullness.marked;

import org.jspecify.annotations.NullMarked;
