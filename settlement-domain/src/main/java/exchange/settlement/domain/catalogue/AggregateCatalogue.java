package exchange.settlement.domain.catalogue;

import exchange.settlement.domain.account.Account;
import exchange.settlement.domain.account.FeeAccount;
import exchange.settlement.domain.bank.BankReceipt;
import exchange.settlement.domain.escrow.Escrow;
import exchange.settlement.domain.filing.TradeFiling;
import exchange.settlement.domain.listing.Certificate;
import exchange.settlement.domain.listing.Listing;
import exchange.settlement.domain.member.Member;
import exchange.settlement.domain.order.Order;
import exchange.settlement.domain.payout.PayeeAccount;
import exchange.settlement.domain.payout.PaymentEntry;
import exchange.settlement.domain.payout.Payout;
import exchange.settlement.domain.proposal.Proposal;
import java.util.List;

/** Every aggregate of the domain, for whoever wires it. */
public final class AggregateCatalogue {

    private AggregateCatalogue() {}

    /** Aggregates with short lives or few events: read from their events each time. */
    public static List<Class<?>> shortLived() {
        return List.of(Listing.class, Certificate.class, Order.class, Escrow.class, BankReceipt.class, Proposal.class,
                Payout.class, PayeeAccount.class, PaymentEntry.class, TradeFiling.class);
    }

    /** Aggregates that live for years: read from a snapshot and what came after. Their state does not grow with their history. */
    public static List<Class<?>> longLived() {
        return List.of(Member.class, Account.class, FeeAccount.class);
    }
}
