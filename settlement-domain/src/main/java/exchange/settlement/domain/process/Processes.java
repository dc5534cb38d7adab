package exchange.settlement.domain.process;

import exchange.settlement.domain.Command;
import exchange.settlement.domain.SettlementEvent;
import exchange.settlement.domain.TextId;
import exchange.settlement.domain.account.AccountEvent;
import exchange.settlement.domain.bank.BankReceiptEvent;
import exchange.settlement.domain.escrow.EscrowEvent;
import exchange.settlement.domain.member.MemberEvent;
import exchange.settlement.domain.order.OrderEvent;
import exchange.settlement.domain.payout.PayoutEvent;
import exchange.settlement.domain.proposal.ProposalEvent;
import exchange.settlement.domain.proposal.ProposedAction;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All processes together. */
public final class Processes {

    private Processes() {}

    /**
     * What an event calls for.
     *
     * @param event what has happened
     * @param now   when the step is taken; debits count from then
     * @return the steps, to be taken in this order, each only when the one before it is durable; often none
     */
    public static List<Step> react(SettlementEvent event, Instant now) {
        return switch (event) {
            case OrderEvent e -> send(TradeProcess.on(e, now));
            case EscrowEvent e -> send(TradeProcess.on(e, now));
            case AccountEvent e -> send(AccountProcess.on(e, now));
            case BankReceiptEvent e -> send(AccountProcess.on(e));
            case PayoutEvent e -> send(PayoutProcess.on(e, now));
            case MemberEvent e -> send(AccountProcess.on(e, now));
            case ProposalEvent e -> ProposalProcess.on(e, now);
            default -> List.of();
        };
    }

    /** The command that stands for an action, if it were carried out now: tried before anybody is asked to approve it. */
    public static Command command(ProposedAction action, @Nullable TextId reason, Instant now) {
        return ProposalProcess.command(action, reason, now);
    }

    private static List<Step> send(List<Command> commands) {
        return commands.stream().<Step>map(Step.Send::new).toList();
    }
}
