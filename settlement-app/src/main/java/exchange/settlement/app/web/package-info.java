/** The conventions of the HTTP API that every feature follows: bodies, commands, reads, cursors, versions and refusals. */
@NullMarked
package exchange.settlement.app.web;

import org.jspecify.annotations.NullMarked;
