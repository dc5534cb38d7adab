/** Who gets in, over a real Tomcat where it matters. */
@NullMarked
package exchange.settlement.app.security;

import org.jspecify.annotations.NullMarked;
