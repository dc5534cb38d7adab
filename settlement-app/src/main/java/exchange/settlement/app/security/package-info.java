/** Who is asking and what they may do: tokens, clients and their secrets, and the one table of access. Denies by default. */
@NullMarked
package exchange.settlement.app.security;

import org.jspecify.annotations.NullMarked;
