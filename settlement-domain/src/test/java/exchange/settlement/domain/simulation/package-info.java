/** Whole histories of a market, drawn from a seed, on real Axon; and what must hold after each. */
@NullMarked
package exchange.settlement.domain.simulation;

import org.jspecify.annotations.NullMarked;
