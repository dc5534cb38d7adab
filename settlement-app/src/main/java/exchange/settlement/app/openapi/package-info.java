/** Serves the description of the HTTP API, which is written by hand and held against the running engine by tests. */
@NullMarked
package exchange.settlement.app.openapi;

import org.jspecify.annotations.NullMarked;
