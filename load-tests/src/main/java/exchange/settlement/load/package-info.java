/** Load from outside: whole trades over HTTP against a running engine, timed. */
@NullMarked
package exchange.settlement.load;

import org.jspecify.annotations.NullMarked;
