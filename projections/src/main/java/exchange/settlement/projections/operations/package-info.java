/** What an operator can ask about the engine itself. */
@NullMarked
package exchange.settlement.projections.operations;

import org.jspecify.annotations.NullMarked;
