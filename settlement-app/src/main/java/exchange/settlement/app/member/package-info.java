/** Members over HTTP: applying, admission, mandates, exit, and their balances. */
@NullMarked
package exchange.settlement.app.member;

import org.jspecify.annotations.NullMarked;
