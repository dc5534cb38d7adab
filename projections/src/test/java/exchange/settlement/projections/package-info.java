/** Tests of the machinery, and what all tests of projections share: a market, and a PostgreSQL that writes to disk. */
@NullMarked
package exchange.settlement.projections;

import org.jspecify.annotations.NullMarked;
