package exchange.settlement.domain.process;

import exchange.settlement.domain.Command;
import exchange.settlement.domain.TextId;
import exchange.settlement.domain.filing.TradeFilingCommand.FileTrade;
import exchange.settlement.domain.member.MemberCommand.GrantMandate;
import exchange.settlement.domain.order.OrderCommand.AwardOrder;
import exchange.settlement.domain.payout.PayeeCommand.SetPayeeAccount;
import exchange.settlement.domain.proposal.Ground;
import exchange.settlement.domain.proposal.ProposalEvent;
import exchange.settlement.domain.proposal.ProposalEvent.ProposalApproved;
import exchange.settlement.domain.proposal.ProposedAction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Has carried out what two people agreed on. */
final class ProposalProcess {

    /** An approved proposal has been made and approved, and nothing else. */
    private static final long VERSION_WHEN_APPROVED = 2;

    private ProposalProcess() {}

    static List<Step> on(ProposalEvent event, Instant now) {
        return event instanceof ProposalApproved approved
                ? List.of(new Step.Attempt(approved.proposal(), command(approved.action(), approved.asked(), now),
                        grounds(approved)))
                : List.of();
    }

    /** The command that a proposal stands for; also what the asker's request is tried with. */
    static Command command(ProposedAction action, @Nullable TextId reason, Instant now) {
        return switch (action) {
            case ProposedAction.Award a -> new AwardOrder(a.order(), a.toProvider(), a.toBuyer(), reason, now);
            case ProposedAction.GrantOfMandate g -> new GrantMandate(g.member(), g.mandate(), reason, now);
            case ProposedAction.Filing f -> new FileTrade(f.filing(), f.contract(), now);
            case ProposedAction.SetPayeeAccount s -> new SetPayeeAccount(s.payee(), s.details(), reason, now);
        };
    }

    private static List<Ground> grounds(ProposalApproved approved) {
        var grounds = new ArrayList<>(approved.grounds());
        // Once the proposal has heard what came of it, a step that comes again does nothing any more.
        grounds.add(new Ground(approved.proposal().stream(), VERSION_WHEN_APPROVED));
        return grounds;
    }
}
