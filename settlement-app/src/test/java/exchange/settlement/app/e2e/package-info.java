/** Tests of the whole engine from outside: real HTTP, a real database, every promise of the HTTP contract. */
@NullMarked
package exchange.settlement.app.e2e;

import org.jspecify.annotations.NullMarked;
