package exchange.settlement.app.eventlog;

import exchange.settlement.domain.ClientId;
import exchange.settlement.domain.Money;
import exchange.settlement.domain.Rate;
import exchange.settlement.domain.SettlementEvent;
import exchange.settlement.domain.TextId;
import exchange.settlement.domain.account.AccountEvent;
import exchange.settlement.domain.account.AccountId;
import exchange.settlement.domain.account.CreditPurpose;
import exchange.settlement.domain.account.FeeEvent;
import exchange.settlement.domain.bank.BankReceiptEvent;
import exchange.settlement.domain.bank.BankReceiptId;
import exchange.settlement.domain.bank.PaymentEntryEvent;
import exchange.settlement.domain.bank.PaymentEntryId;
import exchange.settlement.domain.escrow.EscrowEvent;
import exchange.settlement.domain.filing.FiledContract;
import exchange.settlement.domain.filing.TradeFilingEvent;
import exchange.settlement.domain.filing.TradeFilingId;
import exchange.settlement.domain.listing.CertificateEvent;
import exchange.settlement.domain.listing.CertificateId;
import exchange.settlement.domain.listing.ComplianceOpinion;
import exchange.settlement.domain.listing.DataOrigin;
import exchange.settlement.domain.listing.ListingEvent;
import exchange.settlement.domain.listing.ListingId;
import exchange.settlement.domain.listing.Pricing;
import exchange.settlement.domain.listing.ProductType;
import exchange.settlement.domain.listing.Sector;
import exchange.settlement.domain.listing.Territory;
import exchange.settlement.domain.member.Mandate;
import exchange.settlement.domain.member.MemberEvent;
import exchange.settlement.domain.member.MemberId;
import exchange.settlement.domain.member.MemberRole;
import exchange.settlement.domain.member.TaxpayerType;
import exchange.settlement.domain.order.Contract;
import exchange.settlement.domain.order.Deadline;
import exchange.settlement.domain.order.DeadlineTerms;
import exchange.settlement.domain.order.Dimensions;
import exchange.settlement.domain.order.Evidence;
import exchange.settlement.domain.order.OrderEvent;
import exchange.settlement.domain.order.OrderId;
import exchange.settlement.domain.order.Parties;
import exchange.settlement.domain.payout.BankDetails;
import exchange.settlement.domain.payout.PayeeAccountId;
import exchange.settlement.domain.payout.PayeeEvent;
import exchange.settlement.domain.payout.PayoutEvent;
import exchange.settlement.domain.payout.PayoutId;
import exchange.settlement.domain.policy.Figures;
import exchange.settlement.domain.policy.SettlementTerms;
import exchange.settlement.domain.proposal.Ground;
import exchange.settlement.domain.proposal.Person;
import exchange.settlement.domain.proposal.ProposalEvent;
import exchange.settlement.domain.proposal.ProposalId;
import exchange.settlement.domain.proposal.ProposedAction;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** One event of each type, every field filled in by hand with a value of its own, for the golden files. */
final class EventSamples {

    static final OrderId ORDER = new OrderId(UUID.fromString("0b7e3c52-4f0d-5a8e-9c61-2d1f5a7b9e01"));
    static final MemberId BUYER = new MemberId(UUID.fromString("1c8f4d63-5a1e-5b9f-8d72-3e2a6b8cad02"));
    static final Instant AT = Instant.parse("2026-03-02T01:30:00.123456Z");

    private static final MemberId PROVIDER = new MemberId(UUID.fromString("2d9a5e74-6b2f-5ca0-9e83-4f3b7c9dbe03"));
    private static final ListingId LISTING = new ListingId(UUID.fromString("3eab6f85-7c3a-5db1-8f94-5a4c8dae0f04"));
    private static final CertificateId CERTIFICATE = new CertificateId(UUID.fromString("4fbc7a96-8d4b-5ec2-9aa5-6b5d9ebf1a05"));
    private static final BankReceiptId RECEIPT = new BankReceiptId(UUID.fromString("5acd8ba7-9e5c-5fd3-8bb6-7c6eafc02b06"));
    private static final TextId TEXT = new TextId(UUID.fromString("6bde9cb8-af6d-4ae4-9cc7-8d7fb0d13c07"));
    private static final ProposalId PROPOSAL = new ProposalId(UUID.fromString("7cefadc9-b07e-4bf5-8dd8-9e8ac1e24d08"));
    private static final PayoutId PAYOUT = new PayoutId(UUID.fromString("8df0beda-1f9e-4bf5-8dd8-9e8ac1e24d09"));
    private static final ClientId CLIENT = new ClientId("marketplace");
    private static final AccountId ACCOUNT = new AccountId(BUYER, Money.CNY);
    private static final Instant DUE = Instant.parse("2026-03-05T16:00:00Z");
    private static final Parties PARTIES = new Parties(BUYER, PROVIDER, Money.CNY);
    private static final SettlementTerms TERMS = new SettlementTerms(Money.cny(106_000), "2024-1", "VAT-GENERAL-6",
            new Rate(60_000), new Rate(25_000), new Rate(60_001), SettlementTerms.FeeOnRefund.PROVIDER);
    private static final Figures FIGURES = new Figures(Money.cny(106_000), Money.cny(100_000), Money.cny(6_000),
            Money.cny(2_650), Money.cny(150), Money.cny(103_350));
    private static final Pricing PRICING = new Pricing.OneOff(Money.cny(106_000));
    private static final Mandate MANDATE = new Mandate(CLIENT, List.of(Mandate.Scope.BUY, Mandate.Scope.PAY_OUT));

    private EventSamples() {}

    /** All samples. */
    static List<SettlementEvent> all() {
        return Stream
                .of(members(), listings(), placing(), performing(), ending(), escrows(), accounts(), money(), proposals(),
                        filings(), payouts())
                .<SettlementEvent>flatMap(List::stream).toList();
    }

    private static List<SettlementEvent> members() {
        return List.of(
                new MemberEvent.MemberApplied(BUYER, "广州数据有限公司", "91440101MA5CY5GJ1X",
                        List.of(MemberRole.DEMANDER, MemberRole.DATA_MERCHANT), TaxpayerType.GENERAL, AT),
                new MemberEvent.MemberAdmitted(BUYER, List.of(MANDATE), TEXT, AT),
                new MemberEvent.MemberSuspended(BUYER, TEXT, AT), new MemberEvent.MemberReinstated(BUYER, TEXT, AT),
                new MemberEvent.MandateGranted(BUYER, MANDATE, TEXT, AT), new MemberEvent.MandateRevoked(BUYER, CLIENT, TEXT, AT),
                new MemberEvent.AccountNoted(BUYER, Money.CNY, AT),
                new MemberEvent.ExitRequested(BUYER, TEXT, AT),
                new MemberEvent.AccountsClosing(BUYER, List.of(Money.CNY), AT),
                new MemberEvent.AccountClosureNoted(BUYER, Money.CNY, AT),
                new MemberEvent.ExitRefused(BUYER, "account.holds-money", List.of(Money.CNY), AT),
                new MemberEvent.MemberExited(BUYER, AT));
    }

    private static List<SettlementEvent> filings() {
        var contract = new FiledContract(PROVIDER, BUYER, "HT-2026-001", LocalDate.of(2026, 2, 27), Money.cny(106_000),
                "GZDEX-DG",
                ProductType.REPORT, Sector.COMMERCE, DataOrigin.PUBLIC, Territory.CROSS_BORDER, "credit",
                List.of(new Evidence("https://data.example/contract",
                        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")));
        var dimensions = new Dimensions("GZDEX-DG", Dimensions.Channel.FILED, ProductType.REPORT, Sector.COMMERCE,
                DataOrigin.PUBLIC, Territory.CROSS_BORDER, "credit", "DEMANDER", "PROVIDER");
        return List.of(new TradeFilingEvent.TradeFiled(new TradeFilingId(UUID.fromString("8d0feeda-c18f-4c06-9ee9-afabd2f35e09")),
                contract, FIGURES, "2024-1", "VAT-GENERAL-6", dimensions, AT));
    }

    private static List<SettlementEvent> proposals() {
        var award = new ProposedAction.Award(ORDER, Money.cny(60_000), Money.cny(46_000));
        var mandate = new ProposedAction.GrantOfMandate(BUYER, MANDATE);
        var grounds = List.of(new Ground("order/" + ORDER.value(), 7));
        var clerk = new Person("https://exchange.example", "clerk-1");
        var chief = new Person("https://exchange.example", "chief-1");
        return List.of(
                new ProposalEvent.ProposalMade(PROPOSAL, award, "sha256:" + "ab".repeat(32), grounds, clerk, TEXT, DUE, AT),
                new ProposalEvent.ProposalApproved(PROPOSAL, award, grounds, TEXT, chief, TEXT, AT),
                new ProposalEvent.ProposalDeclined(PROPOSAL, mandate, chief, TEXT, AT),
                new ProposalEvent.ProposalWithdrawn(PROPOSAL, mandate, clerk, TEXT, AT),
                new ProposalEvent.ProposalExecuted(PROPOSAL, mandate, AT),
                new ProposalEvent.ProposalLapsed(PROPOSAL, award, "order.wrong-status", AT));
    }

    private static List<SettlementEvent> payouts() {
        var details = new BankDetails("102100099996", TEXT, "4321", "广州数据有限公司");
        var amount = Money.cny(106_000);
        var date = LocalDate.of(2026, 3, 2);
        var entry = new PaymentEntryId(RECEIPT.value());
        return List.of(new PayeeEvent.PayeeAccountSet(new PayeeAccountId(BUYER, Money.CNY), 2, details, TEXT, AT),
                new PayoutEvent.PayoutRequested(PAYOUT, BUYER, amount, "W-4711", CLIENT, TEXT, 2, details, "main",
                        "PO8df0beda1f9e4bf58dd89e8ac1e24d09", AT),
                new PayoutEvent.PayoutReady(PAYOUT, amount, AT),
                new PayoutEvent.PayoutRefused(PAYOUT, "account.insufficient-funds", AT), new PayoutEvent.PayoutSent(PAYOUT, AT),
                new PayoutEvent.PayoutOutcomeUnknown(PAYOUT, AT),
                new PayoutEvent.PayoutConfirmed(PAYOUT, BUYER, amount, "main", "CMB-20260302-0002", date, AT),
                new PayoutEvent.PayoutReturned(PAYOUT, BUYER, amount, "main", true, date, TEXT, AT),
                new PaymentEntryEvent.PaymentClaimed(entry, "main", "CMB-20260302-0002", PAYOUT.value(), AT),
                new AccountEvent.PayoutDebited(ACCOUNT, PAYOUT, amount, AT),
                new AccountEvent.PayoutDebitRefused(ACCOUNT, PAYOUT, amount, Money.cny(99), "account.insufficient-funds", AT),
                new AccountEvent.PayoutEnded(ACCOUNT, PAYOUT, AT));
    }

    private static List<SettlementEvent> listings() {
        var opinion = new ComplianceOpinion(2, ComplianceOpinion.Conclusion.PASS, PROVIDER, LocalDate.of(2027, 2, 28), TEXT);
        return List.of(
                new ListingEvent.ListingDrafted(LISTING, CLIENT, PROVIDER, "企业用电指数", ProductType.DATA_SET, Sector.FINANCE,
                        DataOrigin.PUBLIC, Territory.CROSS_BORDER, "GZDEX-DG", PRICING, AT),
                new ListingEvent.ListingRegistered(LISTING, "DA-2026-000123", "credit", AT),
                new ListingEvent.OpinionRecorded(LISTING, opinion, AT), new ListingEvent.ListingPublished(LISTING, AT),
                new ListingEvent.ListingSuspended(LISTING, TEXT, AT), new ListingEvent.ListingWithdrawn(LISTING, TEXT, AT),
                new ListingEvent.ListingRevised(LISTING, 2, PRICING, AT),
                new CertificateEvent.CertificateClaimed(CERTIFICATE, "DA-2026-000123", LISTING, AT));
    }

    private static List<SettlementEvent> placing() {
        var deadlines = new DeadlineTerms(Duration.ofHours(24), Duration.ofDays(3), Duration.ofMinutes(90),
                Duration.ofDays(7));
        var dimensions = new Dimensions("GZDEX-DG", Dimensions.Channel.ON_EXCHANGE, ProductType.DATA_SET, Sector.FINANCE,
                DataOrigin.PUBLIC, Territory.CROSS_BORDER, "credit", "DEMANDER+DATA_MERCHANT", "PROVIDER");
        var contract = new Contract(ORDER, CLIENT, "PO-4711", LISTING, 2, PARTIES, TERMS, deadlines, dimensions);
        return List.of(new OrderEvent.OrderPlaced(contract, DUE, AT), new OrderEvent.OrderConfirmed(ORDER, DUE, AT),
                new OrderEvent.OrderRejected(ORDER, PARTIES, TEXT, AT), new OrderEvent.OrderCancelled(ORDER, PARTIES, TEXT, AT),
                new OrderEvent.OrderExpired(ORDER, PARTIES, Deadline.CONFIRM, DUE, AT));
    }

    private static List<SettlementEvent> performing() {
        var evidence = new Evidence("https://data.example/parcel",
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
        return List.of(new OrderEvent.OrderFundingStarted(ORDER, PARTIES, TERMS, AT),
                new OrderEvent.OrderFundingRefused(ORDER, "account.insufficient-funds", DUE, AT),
                new OrderEvent.OrderFunded(ORDER, DUE, AT), new OrderEvent.OrderDelivered(ORDER, List.of(evidence), DUE, AT),
                new OrderEvent.OrderAccepted(ORDER, OrderEvent.Acceptance.SILENCE, Money.cny(106_000), AT),
                new OrderEvent.OrderDisputed(ORDER, TEXT, AT),
                new OrderEvent.OrderAwarded(ORDER, Money.cny(60_000), Money.cny(46_000), TEXT, AT),
                new OrderEvent.OrderRefundStarted(ORDER, OrderEvent.RefundCause.NOT_DELIVERED, Money.cny(106_000), TEXT, AT));
    }

    private static List<SettlementEvent> ending() {
        return List.of(new OrderEvent.OrderPartReleased(ORDER, FIGURES, AT),
                new OrderEvent.OrderPartRefunded(ORDER, Money.cny(46_000), AT),
                new OrderEvent.OrderSettled(ORDER, PARTIES, FIGURES, Money.cny(46_000), AT),
                new OrderEvent.OrderRefunded(ORDER, PARTIES, Money.cny(106_000), AT));
    }

    private static List<SettlementEvent> escrows() {
        return List.of(new EscrowEvent.EscrowOpened(ORDER, PARTIES, TERMS, AT),
                new EscrowEvent.EscrowFunded(ORDER, Money.cny(106_000), AT),
                new EscrowEvent.EscrowReleased(ORDER, PARTIES, FIGURES, AT),
                new EscrowEvent.EscrowRefunded(ORDER, PARTIES, Money.cny(46_000), AT), new EscrowEvent.EscrowClosed(ORDER, AT));
    }

    private static List<SettlementEvent> accounts() {
        return List.of(new AccountEvent.AccountOpened(ACCOUNT, AT),
                new AccountEvent.FundsReserved(ACCOUNT, ORDER, Money.cny(106_000), AT),
                new AccountEvent.ReservationRefused(ACCOUNT, ORDER, Money.cny(106_000), Money.cny(99),
                        "account.insufficient-funds", AT),
                new AccountEvent.ReservationSpent(ACCOUNT, ORDER, Money.cny(106_000), AT),
                new AccountEvent.ReservationReturned(ACCOUNT, ORDER, Money.cny(106_000), AT),
                new AccountEvent.AccountEngaged(ACCOUNT, ORDER, AT), new AccountEvent.AccountDisengaged(ACCOUNT, ORDER, AT),
                new AccountEvent.AccountClosed(ACCOUNT, AT),
                new AccountEvent.AccountCloseRefused(ACCOUNT, "account.holds-money", AT));
    }

    private static List<SettlementEvent> money() {
        return List.of(
                new AccountEvent.AccountCredited(ACCOUNT, CreditPurpose.RECEIPT, RECEIPT.value(),
                        Money.cny(9_007_199_254_740_993L), AT),
                new FeeEvent.FeeCollected(ORDER, Money.cny(2_650), Money.cny(150), AT),
                new BankReceiptEvent.ReceiptRecorded(RECEIPT, "main", "CMB-20260302-0001", BUYER,
                        Money.cny(9_007_199_254_740_993L),
                        LocalDate.of(2026, 3, 2), AT));
    }
}
