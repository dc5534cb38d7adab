/** The engine as a program: starts the database, the HTTP server and everything between them. */
@NullMarked
package exchange.settlement.app;

import org.jspecify.annotations.NullMarked;
