/**
 * What must hold before the engine serves anyone: a data directory of its own, a free port; and how a failure to start is
 * told in one sentence.
 */
@NullMarked
package exchange.settlement.app.startup;

import org.jspecify.annotations.NullMarked;
