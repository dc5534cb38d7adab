/** The vocabulary of the log: every event type under its stable name, every aggregate under its kind. */
@NullMarked
package exchange.settlement.domain.catalogue;

import org.jspecify.annotations.NullMarked;
