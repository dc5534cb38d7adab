/** Reports over HTTP: turnover as JSON and CSV, the journal, each as of a position. */
@NullMarked
package exchange.settlement.app.report;

import org.jspecify.annotations.NullMarked;
