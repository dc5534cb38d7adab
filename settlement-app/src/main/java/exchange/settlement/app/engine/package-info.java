/** Wires Axon: aggregates, command bus, event store. By hand, so that every part can be seen and asserted. */
@NullMarked
package exchange.settlement.app.engine;

import org.jspecify.annotations.NullMarked;
