/**
 * What joins the aggregates: for each event, the commands it calls for. Stateless and pure; who sends them, and when, is no
 * concern of the domain. A step may come twice, late or after a crash: its command ids derive from the event.
 */
@NullMarked
package exchange.settlement.domain.process;

import org.jspecify.annotations.NullMarked;
