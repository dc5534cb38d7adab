/** How commands are taken over HTTP and answered: idempotent, dry-run, waited for, and in the words of the resource. */
@NullMarked
package exchange.settlement.app.api;

import org.jspecify.annotations.NullMarked;
