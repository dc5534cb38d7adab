/**
 * The way of a command from its request to its answer: one effect per command id, whoever repeats it and whenever.
 */
@NullMarked
package exchange.settlement.app.command;

import org.jspecify.annotations.NullMarked;
