/**
 * The read side: projections turn recorded events into rows, queries answer from them. Nothing here sends a command.
 */
@NullMarked
package exchange.settlement.projections;

import org.jspecify.annotations.NullMarked;
