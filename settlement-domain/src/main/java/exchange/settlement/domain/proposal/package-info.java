/**
 * What needs a second person (复核): one person asks with a reason, another approves or declines, and what was asked is then carried
 * out once, on the ground that both have seen, or not at all.
 */
@NullMarked
package exchange.settlement.domain.proposal;

import org.jspecify.annotations.NullMarked;
