package exchange.settlement.domain.filing;

import exchange.settlement.domain.Command;
import java.time.Instant;

/** What can be asked of a filed trade. */
public sealed interface TradeFilingCommand extends Command {

    /** The filed trade that is asked. */
    TradeFilingId filing();

    @Override
    default TradeFilingId target() {
        return filing();
    }

    /** A contract that was made elsewhere is entered; two people have agreed on it. */
    record FileTrade(TradeFilingId filing, FiledContract contract, Instant at) implements TradeFilingCommand {}
}
