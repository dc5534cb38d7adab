/** Trades that were made elsewhere, over HTTP: asked for here, approved as proposals, read here. */
@NullMarked
package exchange.settlement.app.filing;

import org.jspecify.annotations.NullMarked;
