/** The supervised bank over HTTP: receipts. */
@NullMarked
package exchange.settlement.app.bank;

import org.jspecify.annotations.NullMarked;
