/** How events are written to the log: JSON under stable names and revisions, read back through upcasters. */
@NullMarked
package exchange.settlement.app.eventlog;

import org.jspecify.annotations.NullMarked;
