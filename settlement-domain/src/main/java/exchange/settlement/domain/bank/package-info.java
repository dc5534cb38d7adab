/** The supervised bank (监管银行): what came in on the supervised account, each entry once. */
@NullMarked
package exchange.settlement.domain.bank;

import org.jspecify.annotations.NullMarked;
