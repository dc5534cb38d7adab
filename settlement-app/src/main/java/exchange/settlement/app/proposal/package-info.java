/** What needs a second person, over HTTP: asked for where it belongs, read and decided under {@code /proposals}. */
@NullMarked
package exchange.settlement.app.proposal;

import org.jspecify.annotations.NullMarked;
