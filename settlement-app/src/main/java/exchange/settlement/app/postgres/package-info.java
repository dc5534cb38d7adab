/**
 * The PostgreSQL server that comes with the engine: unpacked, initialised, started, checked for durability and stopped
 * here. Nothing in this package knows what is stored.
 */
@NullMarked
package exchange.settlement.app.postgres;

import org.jspecify.annotations.NullMarked;
