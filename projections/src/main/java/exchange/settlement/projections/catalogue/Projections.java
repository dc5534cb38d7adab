package exchange.settlement.projections.catalogue;

import exchange.settlement.projections.Projection;
import exchange.settlement.projections.account.AccountDirectory;
import exchange.settlement.projections.bank.ReceiptDirectory;
import exchange.settlement.projections.escrow.EscrowDirectory;
import exchange.settlement.projections.filing.TradeFilingDirectory;
import exchange.settlement.projections.history.HistoryProjection;
import exchange.settlement.projections.journal.JournalProjection;
import exchange.settlement.projections.listing.ListingDirectory;
import exchange.settlement.projections.member.MemberDirectory;
import exchange.settlement.projections.order.DueDeadlines;
import exchange.settlement.projections.order.OrderDirectory;
import exchange.settlement.projections.payout.PayeeDirectory;
import exchange.settlement.projections.payout.PayoutDirectory;
import exchange.settlement.projections.proposal.ProposalDirectory;
import exchange.settlement.projections.report.TurnoverProjection;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** All projections together. */
public final class Projections {

    private Projections() {}

    /**
     * One of each: {@code members listings orders escrows receipts accounts journal history turnover deadlines proposals
     * payouts payees filings}.
     *
     * @param mapper reads and writes events and states
     */
    public static List<Projection> all(JsonMapper mapper) {
        return List.of(MemberDirectory.projection(mapper), ListingDirectory.projection(mapper), OrderDirectory.projection(mapper),
                EscrowDirectory.projection(mapper), ReceiptDirectory.projection(mapper), AccountDirectory.projection(mapper),
                new JournalProjection(), new HistoryProjection(mapper), new TurnoverProjection(mapper),
                DueDeadlines.projection(), ProposalDirectory.projection(mapper), PayoutDirectory.projection(mapper),
                PayeeDirectory.projection(mapper), TradeFilingDirectory.projection(mapper));
    }
}
