/** Fee and VAT rules (手续费, 增值税): versioned, dated, and written into the order that they were applied to. */
@NullMarked
package exchange.settlement.domain.policy;

import org.jspecify.annotations.NullMarked;
