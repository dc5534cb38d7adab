/** How the engine says no over HTTP: RFC 9457 problems, whoever refuses: filter, controller, framework or Tomcat itself. */
@NullMarked
package exchange.settlement.app.problem;

import org.jspecify.annotations.NullMarked;
