package exchange.settlement.domain.process;

import exchange.settlement.domain.Command;
import exchange.settlement.domain.SettlementEvent;
import exchange.settlement.domain.account.AccountEvent;
import exchange.settlement.domain.bank.BankReceiptEvent;
import exchange.settlement.domain.escrow.EscrowEvent;
import exchange.settlement.domain.member.MemberEvent;
import exchange.settlement.domain.order.OrderEvent;
import java.time.Instant;
import java.util.List;

/** All processes together. */
public final class Processes {

    private Processes() {}

    /**
     * What an event calls for.
     *
     * @param event what has happened
     * @param now   when the step is taken; debits count from then
     * @return the commands, to be sent in this order, each only when the one before it is durable; often none
     */
    public static List<Command> react(SettlementEvent event, Instant now) {
        return switch (event) {
            case OrderEvent e -> TradeProcess.on(e, now);
            case EscrowEvent e -> TradeProcess.on(e, now);
            case AccountEvent e -> AccountProcess.on(e, now);
            case BankReceiptEvent e -> AccountProcess.on(e);
            case MemberEvent e -> AccountProcess.on(e, now);
            default -> List.of();
        };
    }
}
