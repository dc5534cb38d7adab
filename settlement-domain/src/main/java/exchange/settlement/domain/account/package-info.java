/** Accounts (账户): what each member has at the supervised bank, and what the exchange earned in fees. */
@NullMarked
package exchange.settlement.domain.account;

import org.jspecify.annotations.NullMarked;
