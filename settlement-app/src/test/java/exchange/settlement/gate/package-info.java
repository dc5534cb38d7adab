/**
 * The gate without the engine, for tests. Outside of the application's own packages, whose component scan would otherwise
 * find the echoes wherever the real engine runs in a test.
 */
@NullMarked
package exchange.settlement.gate;

import org.jspecify.annotations.NullMarked;
