/** What the API takes and refuses, over a real Tomcat where it matters. */
@NullMarked
package exchange.settlement.app.web;

import org.jspecify.annotations.NullMarked;
