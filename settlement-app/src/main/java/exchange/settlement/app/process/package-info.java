/** Takes the steps of the processes: reads every event once more than crashes allow, and sends what it calls for. */
@NullMarked
package exchange.settlement.app.process;

import org.jspecify.annotations.NullMarked;
