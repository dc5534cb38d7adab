package exchange.settlement.domain.process;

import exchange.settlement.domain.Command;
import exchange.settlement.domain.Money;
import exchange.settlement.domain.account.AccountCommand.CreditAccount;
import exchange.settlement.domain.account.AccountCommand.DisengageAccount;
import exchange.settlement.domain.account.AccountCommand.EngageAccount;
import exchange.settlement.domain.account.AccountCommand.ReserveFunds;
import exchange.settlement.domain.account.AccountId;
import exchange.settlement.domain.account.CreditPurpose;
import exchange.settlement.domain.account.FeeCommand.CollectFee;
import exchange.settlement.domain.escrow.EscrowCommand.CloseEscrow;
import exchange.settlement.domain.escrow.EscrowCommand.OpenEscrow;
import exchange.settlement.domain.escrow.EscrowCommand.RefundEscrow;
import exchange.settlement.domain.escrow.EscrowCommand.ReleaseEscrow;
import exchange.settlement.domain.escrow.EscrowEvent;
import exchange.settlement.domain.escrow.EscrowEvent.EscrowClosed;
import exchange.settlement.domain.escrow.EscrowEvent.EscrowFunded;
import exchange.settlement.domain.escrow.EscrowEvent.EscrowOpened;
import exchange.settlement.domain.escrow.EscrowEvent.EscrowRefunded;
import exchange.settlement.domain.escrow.EscrowEvent.EscrowReleased;
import exchange.settlement.domain.member.MemberId;
import exchange.settlement.domain.order.OrderCommand.NoteFunded;
import exchange.settlement.domain.order.OrderCommand.NoteRefunded;
import exchange.settlement.domain.order.OrderCommand.NoteReleased;
import exchange.settlement.domain.order.OrderEvent;
import exchange.settlement.domain.order.OrderEvent.AtRest;
import exchange.settlement.domain.order.OrderEvent.OrderAccepted;
import exchange.settlement.domain.order.OrderEvent.OrderAwarded;
import exchange.settlement.domain.order.OrderEvent.OrderConfirmed;
import exchange.settlement.domain.order.OrderEvent.OrderDelivered;
import exchange.settlement.domain.order.OrderEvent.OrderDisputed;
import exchange.settlement.domain.order.OrderEvent.OrderFunded;
import exchange.settlement.domain.order.OrderEvent.OrderFundingRefused;
import exchange.settlement.domain.order.OrderEvent.OrderFundingStarted;
import exchange.settlement.domain.order.OrderEvent.OrderPartRefunded;
import exchange.settlement.domain.order.OrderEvent.OrderPartReleased;
import exchange.settlement.domain.order.OrderEvent.OrderPlaced;
import exchange.settlement.domain.order.OrderEvent.OrderRefundStarted;
import exchange.settlement.domain.order.OrderId;
import exchange.settlement.domain.order.Parties;
import exchange.settlement.domain.policy.Figures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Takes a trade from one aggregate to the next: order → account → escrow → accounts → order. */
final class TradeProcess {

    private TradeProcess() {}

    static List<Command> on(OrderEvent event, Instant now) {
        return switch (event) {
            case OrderPlaced e -> List.of(
                    new EngageAccount(buyer(e.contract().parties()), e.order(), now),
                    new EngageAccount(provider(e.contract().parties()), e.order(), now));
            case OrderFundingStarted e -> List.of(
                    new OpenEscrow(e.order(), e.parties(), e.terms(), now),
                    new ReserveFunds(buyer(e.parties()), e.order(), e.terms().gross(), now));
            case OrderAccepted e -> distribute(e.order(), e.release(), Money.zero(e.release().currency()), now);
            case OrderAwarded e -> distribute(e.order(), e.toProvider(), e.toBuyer(), now);
            // A free order has no escrow to ask: what goes back, nothing, has arrived at once.
            case OrderRefundStarted e -> e.refund().isZero()
                    ? List.of(new NoteRefunded(e.order(), e.refund(), now))
                    : distribute(e.order(), Money.zero(e.refund().currency()), e.refund(), now);
            case AtRest e -> List.of(
                    new CloseEscrow(e.order(), now),
                    new DisengageAccount(buyer(e.parties()), e.order(), now),
                    new DisengageAccount(provider(e.parties()), e.order(), now));
            case OrderConfirmed _,OrderFundingRefused _,OrderFunded _,OrderDelivered _,OrderDisputed _,OrderPartReleased _,OrderPartRefunded _ ->
                List.of();
        };
    }

    static List<Command> on(EscrowEvent event, Instant now) {
        return switch (event) {
            case EscrowFunded e -> List.of(new NoteFunded(e.order(), now));
            case EscrowReleased e -> released(e, now);
            // The order is told last: at rest means that the money has arrived.
            case EscrowRefunded e -> List.of(
                    new CreditAccount(buyer(e.parties()), CreditPurpose.REFUND, e.order().value(), e.amount(), now),
                    new NoteRefunded(e.order(), e.amount(), now));
            case EscrowOpened _,EscrowClosed _ -> List.of();
        };
    }

    private static List<Command> released(EscrowReleased e, Instant now) {
        var part = e.part();
        var commands = new ArrayList<Command>();
        if (part.fee().isPositive()) {
            commands.add(new CollectFee(e.order(), part.fee(), part.feeVat(), now));
        }
        if (part.payout().isPositive()) {
            commands.add(new CreditAccount(provider(e.parties()), CreditPurpose.PAYOUT, e.order().value(), part.payout(), now));
        }
        commands.add(new NoteReleased(e.order(), part, now));
        return commands;
    }

    /** Asks the escrow for both parts. A free order has no escrow: accepted, it is told at once that nothing had to arrive. */
    private static List<Command> distribute(OrderId order, Money release, Money refund, Instant now) {
        var commands = new ArrayList<Command>();
        if (release.isPositive()) {
            commands.add(new ReleaseEscrow(order, release, now));
        }
        if (refund.isPositive()) {
            commands.add(new RefundEscrow(order, refund, now));
        }
        return commands.isEmpty() ? List.of(new NoteReleased(order, nothing(release), now)) : commands;
    }

    private static Figures nothing(Money zero) {
        return new Figures(zero, zero, zero, zero, zero, zero);
    }

    private static AccountId buyer(Parties parties) {
        return account(parties.buyer(), parties);
    }

    private static AccountId provider(Parties parties) {
        return account(parties.provider(), parties);
    }

    private static AccountId account(MemberId member, Parties parties) {
        return new AccountId(member, parties.currency());
    }
}
