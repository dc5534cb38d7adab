/**
 * Keeps events: Axon event storage engines with gapless positions, append preconditions and commands that have one
 * effect. Knows nothing of the domain whose events it keeps.
 */
@NullMarked
package exchange.eventstore;

import org.jspecify.annotations.NullMarked;
