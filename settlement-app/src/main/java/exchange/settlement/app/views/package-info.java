/** Runs the projections inside the engine, and lets reads wait for them. */
@NullMarked
package exchange.settlement.app.views;

import org.jspecify.annotations.NullMarked;
