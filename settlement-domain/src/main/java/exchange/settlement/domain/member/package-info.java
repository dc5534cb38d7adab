/** Members (会员): legal entities admitted to the market in roles, and the clients that may act for them. */
@NullMarked
package exchange.settlement.domain.member;

import org.jspecify.annotations.NullMarked;
