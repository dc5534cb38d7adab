package exchange.settlement.projections;

import exchange.settlement.domain.AggregateId;
import exchange.settlement.domain.ClientId;
import exchange.settlement.domain.Command;
import exchange.settlement.domain.Money;
import exchange.settlement.domain.Rate;
import exchange.settlement.domain.SettlementEvent;
import exchange.settlement.domain.ShanghaiTime;
import exchange.settlement.domain.TextId;
import exchange.settlement.domain.Witness;
import exchange.settlement.domain.account.AccountCommand;
import exchange.settlement.domain.account.AccountDecision;
import exchange.settlement.domain.account.AccountState;
import exchange.settlement.domain.account.FeeCommand;
import exchange.settlement.domain.account.FeeEvent.FeeCollected;
import exchange.settlement.domain.bank.BankReceiptCommand;
import exchange.settlement.domain.bank.BankReceiptDecision;
import exchange.settlement.domain.bank.BankReceiptId;
import exchange.settlement.domain.bank.BankReceiptState;
import exchange.settlement.domain.bank.PaymentEntryId;
import exchange.settlement.domain.escrow.EscrowCommand;
import exchange.settlement.domain.escrow.EscrowDecision;
import exchange.settlement.domain.escrow.EscrowState;
import exchange.settlement.domain.listing.CertificateId;
import exchange.settlement.domain.listing.ComplianceOpinion;
import exchange.settlement.domain.listing.DataOrigin;
import exchange.settlement.domain.listing.ListingCommand;
import exchange.settlement.domain.listing.ListingDecision;
import exchange.settlement.domain.listing.ListingId;
import exchange.settlement.domain.listing.ListingState;
import exchange.settlement.domain.listing.Pricing;
import exchange.settlement.domain.listing.ProductType;
import exchange.settlement.domain.listing.Sector;
import exchange.settlement.domain.listing.Territory;
import exchange.settlement.domain.member.Mandate;
import exchange.settlement.domain.member.MemberCommand;
import exchange.settlement.domain.member.MemberDecision;
import exchange.settlement.domain.member.MemberId;
import exchange.settlement.domain.member.MemberRole;
import exchange.settlement.domain.member.MemberState;
import exchange.settlement.domain.member.TaxpayerType;
import exchange.settlement.domain.order.DeadlineTerms;
import exchange.settlement.domain.order.OrderCommand;
import exchange.settlement.domain.order.OrderDecision;
import exchange.settlement.domain.order.OrderId;
import exchange.settlement.domain.order.OrderState;
import exchange.settlement.domain.payout.BankDetails;
import exchange.settlement.domain.payout.PayeeAccountId;
import exchange.settlement.domain.payout.PayeeCommand;
import exchange.settlement.domain.payout.PayeeDecision;
import exchange.settlement.domain.payout.PayeeState;
import exchange.settlement.domain.payout.PayoutCommand;
import exchange.settlement.domain.payout.PayoutDecision;
import exchange.settlement.domain.payout.PayoutId;
import exchange.settlement.domain.payout.PayoutState;
import exchange.settlement.domain.policy.Policy;
import exchange.settlement.domain.policy.PolicyBook;
import exchange.settlement.domain.policy.SettlementTerms;
import exchange.settlement.domain.process.Processes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A market without any machinery: the real decisions and processes, and a list for a log. Time stands still unless it is moved;
 * ids count up.
 */
public final class Market implements Witness {

    public static final ClientId MARKETPLACE = new ClientId("marketplace");
    private static final LocalDate OPINION_EXPIRES = LocalDate.of(2030, 12, 31);
    private static final Duration DAY = Duration.ofDays(1);
    private static final PolicyBook POLICIES = new PolicyBook(List.of(new Policy("2026/1", LocalDate.of(2020, 1, 1),
            new Rate(25_000), new Rate(60_000), Map.of(TaxpayerType.GENERAL, new Policy.VatRule("6%", new Rate(60_000))),
            SettlementTerms.FeeOnRefund.EXCHANGE)));

    public final List<RecordedEvent> log = new ArrayList<>();
    private final Map<String, List<SettlementEvent>> streams = new HashMap<>();
    private long ids;
    private Instant now = Instant.parse("2026-11-23T01:00:00Z");

    public final MemberId provider = member(MemberRole.PROVIDER);
    public final MemberId buyer = member(MemberRole.DEMANDER);
    public final MemberId assessor = member(MemberRole.THIRD_PARTY_SERVICE);

    public Instant now() {
        return now;
    }

    public Market at(String instant) {
        now = Instant.parse(instant);
        return this;
    }

    public Market later(Duration duration) {
        now = now.plus(duration);
        return this;
    }

    public long head() {
        return log.size();
    }

    public UUID id() {
        return new UUID(0x4000L, 0x8000000000000000L | ++ids);
    }

    public MemberId member(MemberRole role) {
        var member = new MemberId(id());
        send(new MemberCommand.ApplyForMembership(member, role + " 有限公司", "USCC-" + ids, List.of(role), TaxpayerType.GENERAL,
                now));
        send(new MemberCommand.AdmitMember(member, List.of(Mandate.full(MARKETPLACE)), null, now));
        return member;
    }

    public void receipt(MemberId member, long fen, LocalDate valueDate) {
        var receipt = new BankReceiptId(id());
        send(new BankReceiptCommand.RecordReceipt(receipt, "main", "R-" + ids, member, Money.cny(fen), valueDate, now));
    }

    /** A member's payee account, set or changed. */
    public void payee(MemberId member) {
        var name = MemberState.existing(read(member, MemberState::after)).legalName();
        send(new PayeeCommand.SetPayeeAccount(new PayeeAccountId(member, Money.CNY),
                new BankDetails("102100099996", new TextId(id()), "4321", name), null, now));
    }

    public PayoutId requested(MemberId member, long fen) {
        var payout = new PayoutId(id());
        send(new PayoutCommand.RequestPayout(payout, member, Money.cny(fen), "W-" + ids, MARKETPLACE, null, "main", now));
        return payout;
    }

    public PayoutId sent(MemberId member, long fen) {
        var payout = requested(member, fen);
        send(new PayoutCommand.SendPayout(payout, now));
        return payout;
    }

    public PayoutId confirmed(PayoutId payout) {
        send(new PayoutCommand.ConfirmPayout(payout, new PaymentEntryId(id()), "main", "P-" + ids, ShanghaiTime.dateOf(now),
                now));
        return payout;
    }

    public PayoutId returned(PayoutId payout) {
        send(new PayoutCommand.ReturnPayout(payout, ShanghaiTime.dateOf(now), null, now));
        return payout;
    }

    public ListingId draft(long fen, Sector sector, ClientId client) {
        var listing = new ListingId(id());
        send(new ListingCommand.DraftListing(listing, client, provider, "企业信用报告", ProductType.API, sector,
                DataOrigin.ENTERPRISE, Territory.DOMESTIC, "DG", new Pricing.OneOff(Money.cny(fen)), now));
        return listing;
    }

    public ListingId listing(long fen, Sector sector) {
        var listing = draft(fen, sector, MARKETPLACE);
        send(new ListingCommand.RegisterListing(listing, new CertificateId(id()), "C-" + ids, "credit", now));
        send(new ListingCommand.RecordOpinion(listing, ComplianceOpinion.Conclusion.PASS, assessor, OPINION_EXPIRES, null, now));
        send(new ListingCommand.PublishListing(listing, now));
        return listing;
    }

    public OrderId placed(ListingId listing, String reference) {
        var order = new OrderId(id());
        send(new OrderCommand.PlaceOrder(order, MARKETPLACE, listing, 1, buyer, reference,
                new DeadlineTerms(DAY, DAY.multipliedBy(2), DAY.multipliedBy(30), DAY.multipliedBy(7)), now));
        return order;
    }

    public OrderId confirmed(ListingId listing) {
        var order = placed(listing, "PO-" + ids);
        send(new OrderCommand.ConfirmOrder(order, MARKETPLACE, now));
        return order;
    }

    public OrderId funded(ListingId listing) {
        var order = confirmed(listing);
        send(new OrderCommand.FundOrder(order, MARKETPLACE, now));
        return order;
    }

    public OrderId delivered(ListingId listing) {
        var order = funded(listing);
        send(new OrderCommand.DeliverOrder(order, MARKETPLACE, List.of(), now));
        return order;
    }

    public OrderId settled(ListingId listing) {
        var order = delivered(listing);
        send(new OrderCommand.AcceptOrder(order, MARKETPLACE, now));
        return order;
    }

    public OrderId awarded(ListingId listing, long toProvider, long toBuyer) {
        var order = delivered(listing);
        send(new OrderCommand.DisputeOrder(order, MARKETPLACE, null, now));
        send(new OrderCommand.AwardOrder(order, Money.cny(toProvider), Money.cny(toBuyer), null, now));
        return order;
    }

    public OrderId refunded(ListingId listing) {
        var order = delivered(listing);
        send(new OrderCommand.RefundOrder(order, MARKETPLACE, null, now));
        return order;
    }

    /** The trade of the API page: CNY 1,060.00, received the day before, ordered, and settled. */
    public OrderId trade() {
        receipt(buyer, 200_000, ShanghaiTime.dateOf(now));
        return settled(listing(106_000, Sector.FINANCE));
    }

    public void send(Command command) {
        for (var event : decide(command)) {
            record(event, command);
        }
    }

    private void record(SettlementEvent event, Command command) {
        var stream = streams.computeIfAbsent(event.aggregate().stream(), _ -> new ArrayList<>());
        stream.add(event);
        long position = log.size() + 1L;
        log.add(new RecordedEvent(position, new UUID(1, position).toString(), event.aggregate().stream(), stream.size() - 1L, now,
                event, Map.of(Origin.COMMAND_ID, command.getClass().getSimpleName(), Origin.CLIENT, "marketplace")));
        Processes.react(event, now).forEach(step -> send(step.command()));
    }

    private List<? extends SettlementEvent> decide(Command command) {
        return switch (command) {
            case MemberCommand c -> MemberDecision.decide(read(c.member(), MemberState::after), c);
            case ListingCommand c -> ListingDecision.decide(read(c.listing(), ListingState::after), c, this);
            case OrderCommand c -> OrderDecision.decide(read(c.order(), OrderState::after), c, this, POLICIES);
            case EscrowCommand c -> EscrowDecision.decide(read(c.target(), EscrowState::after), c);
            case AccountCommand c -> AccountDecision.decide(read(c.account(), AccountState::after), c);
            case BankReceiptCommand c -> BankReceiptDecision.decide(read((BankReceiptId) c.target(), BankReceiptState::after), c,
                    this);
            case PayoutCommand c -> PayoutDecision.decide(read(c.payout(), PayoutState::after), c, this);
            case PayeeCommand c -> PayeeDecision.decide(read((PayeeAccountId) c.target(), PayeeState::after), c, this);
            case FeeCommand.CollectFee c -> List.of(new FeeCollected(c.order(), c.fee(), c.feeVat(), c.at()));
            default -> throw new IllegalArgumentException("Nobody decides " + command);
        };
    }

    @Override
    @SuppressWarnings("unchecked") // a stream holds the events of its own aggregate only
    public <S, E extends SettlementEvent> @Nullable S read(AggregateId id, BiFunction<@Nullable S, E, S> fold) {
        @Nullable
        S state = null;
        for (var event : streams.getOrDefault(id.stream(), List.of())) {
            state = fold.apply(state, (E) event);
        }
        return state;
    }
}
