/** Tests of what operators ask. */
@NullMarked
package exchange.settlement.projections.operations;

import org.jspecify.annotations.NullMarked;
