/** How the domain's values are written as JSON: the same in the event log, in read models and on the wire. */
@NullMarked
package exchange.settlement.projections.json;

import org.jspecify.annotations.NullMarked;
