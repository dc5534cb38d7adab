package exchange.settlement.domain.catalogue;

import static exchange.settlement.domain.Samples.ACCOUNT;
import static exchange.settlement.domain.Samples.ASSESSOR;
import static exchange.settlement.domain.Samples.BUYER;
import static exchange.settlement.domain.Samples.DEADLINES;
import static exchange.settlement.domain.Samples.DETAILS;
import static exchange.settlement.domain.Samples.LISTING;
import static exchange.settlement.domain.Samples.MARKET;
import static exchange.settlement.domain.Samples.NOW;
import static exchange.settlement.domain.Samples.ORDER;
import static exchange.settlement.domain.Samples.PARTIES;
import static exchange.settlement.domain.Samples.PAYEE;
import static exchange.settlement.domain.Samples.PAYOUT;
import static exchange.settlement.domain.Samples.POLICIES;
import static exchange.settlement.domain.Samples.PRICE;
import static exchange.settlement.domain.Samples.PROVIDER;
import static exchange.settlement.domain.Samples.terms;
import static org.assertj.core.api.Assertions.assertThat;

import exchange.eventstore.ReferenceEventStorageEngine;
import exchange.settlement.domain.AggregateId;
import exchange.settlement.domain.Command;
import exchange.settlement.domain.EveryCommand;
import exchange.settlement.domain.Money;
import exchange.settlement.domain.SettlementEvent;
import exchange.settlement.domain.account.AccountCommand;
import exchange.settlement.domain.account.AccountCommand.CreditAccount;
import exchange.settlement.domain.account.AccountState;
import exchange.settlement.domain.account.CreditPurpose;
import exchange.settlement.domain.account.FeeAccountId;
import exchange.settlement.domain.account.FeeCommand;
import exchange.settlement.domain.account.FeeCommand.CollectFee;
import exchange.settlement.domain.account.FeeEvent.FeeCollected;
import exchange.settlement.domain.bank.BankReceiptCommand;
import exchange.settlement.domain.bank.BankReceiptCommand.RecordReceipt;
import exchange.settlement.domain.bank.BankReceiptId;
import exchange.settlement.domain.bank.BankReceiptState;
import exchange.settlement.domain.bank.PaymentEntryId;
import exchange.settlement.domain.escrow.EscrowCommand;
import exchange.settlement.domain.escrow.EscrowCommand.FundEscrow;
import exchange.settlement.domain.escrow.EscrowCommand.OpenEscrow;
import exchange.settlement.domain.escrow.EscrowCommand.ReleaseEscrow;
import exchange.settlement.domain.escrow.EscrowId;
import exchange.settlement.domain.escrow.EscrowState;
import exchange.settlement.domain.filing.TradeFilingCommand;
import exchange.settlement.domain.listing.CertificateId;
import exchange.settlement.domain.listing.ComplianceOpinion.Conclusion;
import exchange.settlement.domain.listing.DataOrigin;
import exchange.settlement.domain.listing.ListingCommand;
import exchange.settlement.domain.listing.ListingCommand.DraftListing;
import exchange.settlement.domain.listing.ListingCommand.PublishListing;
import exchange.settlement.domain.listing.ListingCommand.RecordOpinion;
import exchange.settlement.domain.listing.ListingCommand.RegisterListing;
import exchange.settlement.domain.listing.ListingCommand.WithdrawListing;
import exchange.settlement.domain.listing.ListingState;
import exchange.settlement.domain.listing.Pricing;
import exchange.settlement.domain.listing.ProductType;
import exchange.settlement.domain.listing.Sector;
import exchange.settlement.domain.listing.Territory;
import exchange.settlement.domain.member.Mandate;
import exchange.settlement.domain.member.MemberCommand;
import exchange.settlement.domain.member.MemberCommand.AdmitMember;
import exchange.settlement.domain.member.MemberCommand.ApplyForMembership;
import exchange.settlement.domain.member.MemberCommand.SuspendMember;
import exchange.settlement.domain.member.MemberId;
import exchange.settlement.domain.member.MemberRole;
import exchange.settlement.domain.member.MemberState;
import exchange.settlement.domain.member.TaxpayerType;
import exchange.settlement.domain.order.OrderCommand;
import exchange.settlement.domain.order.OrderCommand.ConfirmOrder;
import exchange.settlement.domain.order.OrderCommand.PlaceOrder;
import exchange.settlement.domain.order.OrderState;
import exchange.settlement.domain.payout.PayeeCommand;
import exchange.settlement.domain.payout.PayeeCommand.SetPayeeAccount;
import exchange.settlement.domain.payout.PayoutCommand;
import exchange.settlement.domain.payout.PayoutCommand.ConfirmPayout;
import exchange.settlement.domain.payout.PayoutCommand.NoteDebited;
import exchange.settlement.domain.payout.PayoutCommand.RequestPayout;
import exchange.settlement.domain.payout.PayoutCommand.SendPayout;
import exchange.settlement.domain.payout.PayoutId;
import exchange.settlement.domain.payout.PayoutState;
import exchange.settlement.domain.proposal.ProposalCommand;
import exchange.settlement.domain.simulation.AxonRuntime;
import exchange.settlement.domain.simulation.AxonRuntime.Deduplication;
import exchange.settlement.domain.simulation.Outcome;
import exchange.settlement.domain.simulation.Outcome.Done;
import exchange.settlement.domain.simulation.Outcome.Refused;
import exchange.settlement.domain.simulation.Outcome.Repeated;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the pure functions decide is what Axon runs: handlers, targets, folds and what is injected, for each aggregate. */
class AggregatesOnAxonTest {

    private static final List<Class<?>> COMMANDS = List.of(MemberCommand.class, ListingCommand.class, OrderCommand.class,
            EscrowCommand.class, AccountCommand.class, FeeCommand.class, BankReceiptCommand.class,
            ProposalCommand.class, TradeFilingCommand.class, PayoutCommand.class, PayeeCommand.class);
    private static final CertificateId CERTIFICATE = new CertificateId(new UUID(6, 1));
    private static final BankReceiptId RECEIPT = new BankReceiptId(new UUID(5, 1));

    private static final PaymentEntryId PAYMENT = new PaymentEntryId(new UUID(8, 1));

    private final ReferenceEventStorageEngine log = new ReferenceEventStorageEngine(Clock.fixed(NOW, ZoneOffset.UTC));
    private final AxonRuntime axon = new AxonRuntime(log, POLICIES, Deduplication.ON);
    private int commands;

    @AfterEach
    void stop() {
        axon.close();
    }

    @Test
    void each_command_has_exactly_one_handler() {
        var handled = aggregates().flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(CommandHandler.class))
                .<Class<?>>map(method -> method.getParameterTypes()[0]).toList();
        assertThat(handled)
                .containsExactlyInAnyOrderElementsOf(COMMANDS.stream().flatMap(c -> EveryCommand.records(c).stream()).toList());
    }

    @Test
    void each_event_is_folded_by_exactly_one_aggregate() {
        var folded = aggregates().flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(EventSourcingHandler.class))
                .flatMap(method -> EveryCommand.records(method.getParameterTypes()[0]).stream().distinct()).toList();
        assertThat(folded).containsExactlyInAnyOrderElementsOf(EventCatalogue.all().values());
    }

    @Test
    void a_member_applies_and_is_admitted() {
        join(BUYER, MemberRole.DEMANDER);
        assertThat(answer(new SuspendMember(BUYER, null, NOW))).isEqualTo(fold(MemberState::after, BUYER));
        assertThat(names(BUYER)).containsExactly("member.applied", "member.admitted", "member.suspended");
    }

    @Test
    void a_listing_is_registered_together_with_its_certificate() {
        list();
        assertThat(names(LISTING)).containsExactly("listing.drafted", "listing.registered", "listing.opinion-recorded",
                "listing.published");
        assertThat(names(CERTIFICATE)).containsExactly("certificate.claimed");
    }

    @Test
    void an_order_is_placed_on_what_it_witnesses() {
        list();
        join(BUYER, MemberRole.DEMANDER);
        answer(new PlaceOrder(ORDER, MARKET, LISTING, 1, BUYER, "PO-1", DEADLINES, NOW));
        assertThat(answer(new ConfirmOrder(ORDER, MARKET, NOW))).isEqualTo(fold(OrderState::after, ORDER));
        assertThat(names(ORDER)).containsExactly("order.placed", "order.confirmed");
    }

    @Test
    void an_order_is_refused_when_the_listing_is_withdrawn_while_it_is_decided() {
        list();
        join(BUYER, MemberRole.DEMANDER);
        axon.interruptNextDecision(() -> answer(new WithdrawListing(LISTING, null, null, NOW)));

        var outcome = send(new PlaceOrder(ORDER, MARKET, LISTING, 1, BUYER, "PO-1", DEADLINES, NOW));

        assertThat(outcome).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.rejection().code()).isEqualTo("listing.not-live"));
        assertThat(names(ORDER)).isEmpty();
    }

    @Test
    void an_escrow_opens_funds_and_releases() {
        answer(new OpenEscrow(ORDER, PARTIES, terms(PRICE), NOW));
        answer(new FundEscrow(ORDER, PRICE, NOW));
        assertThat(answer(new ReleaseEscrow(ORDER, PRICE, NOW))).isEqualTo(fold(EscrowState::after, EscrowId.of(ORDER)));
        assertThat(names(EscrowId.of(ORDER))).containsExactly("escrow.opened", "escrow.funded", "escrow.released",
                "escrow.closed");
    }

    @Test
    void an_account_begins_with_its_first_credit() {
        var credit = new CreditAccount(ACCOUNT, CreditPurpose.RECEIPT, RECEIPT.value(), PRICE, NOW);
        assertThat(answer(credit)).isEqualTo(fold(AccountState::after, ACCOUNT));
        assertThat(names(ACCOUNT)).containsExactly("account.opened", "account.credited");
    }

    @Test
    void fees_are_collected_never_refused_and_once_per_command() {
        var collect = new CollectFee(ORDER, Money.cny(2_650), Money.cny(150), NOW);
        axon.dispatch(collect, new UUID(8, 8));
        assertThat(axon.dispatch(collect, new UUID(8, 8))).isInstanceOf(Repeated.class);
        axon.dispatch(collect, new UUID(8, 9));
        assertThat(events(new FeeAccountId(Money.CNY))).containsExactly(
                new FeeCollected(ORDER, Money.cny(2_650), Money.cny(150), NOW),
                new FeeCollected(ORDER, Money.cny(2_650), Money.cny(150), NOW));
    }

    @Test
    void a_receipt_is_recorded_for_a_member() {
        join(BUYER, MemberRole.DEMANDER);
        var receipt = new RecordReceipt(RECEIPT, "supervised", "R-1", BUYER, PRICE, LocalDate.of(2026, 11, 23), NOW);
        assertThat(answer(receipt)).isEqualTo(fold(BankReceiptState::after, RECEIPT));
        assertThat(names(RECEIPT)).containsExactly("bank.receipt-recorded");
    }

    @Test
    void a_payout_claims_the_entry_that_confirms_it() {
        join(BUYER, MemberRole.DEMANDER);
        answer(new SetPayeeAccount(PAYEE, DETAILS, null, NOW));
        var other = new PayoutId(new UUID(7, 2));
        for (var payout : List.of(PAYOUT, other)) {
            answer(new RequestPayout(payout, BUYER, PRICE, "W-1", MARKET, null, "supervised", NOW));
            answer(new NoteDebited(payout, NOW));
            answer(new SendPayout(payout, NOW));
        }
        assertThat(answer(confirm(PAYOUT))).isEqualTo(fold(PayoutState::after, PAYOUT));
        assertThat(names(PAYOUT)).containsExactly("payout.requested", "payout.ready", "payout.sent", "payout.confirmed");
        assertThat(names(PAYMENT)).containsExactly("bank.payment-claimed");
        assertThat(send(confirm(other))).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.rejection().code()).isEqualTo("bank.reference-used"));
    }

    private static ConfirmPayout confirm(PayoutId payout) {
        return new ConfirmPayout(payout, PAYMENT, "supervised", "P-1", LocalDate.of(2026, 11, 23), NOW);
    }

    private void list() {
        join(PROVIDER, MemberRole.PROVIDER);
        join(ASSESSOR, MemberRole.THIRD_PARTY_SERVICE);
        answer(new DraftListing(LISTING, MARKET, PROVIDER, "data", ProductType.API, Sector.FINANCE, DataOrigin.ENTERPRISE,
                Territory.DOMESTIC, "base", new Pricing.OneOff(PRICE), NOW));
        answer(new RegisterListing(LISTING, CERTIFICATE, "C-1", "scenario", NOW));
        answer(new RecordOpinion(LISTING, Conclusion.PASS, ASSESSOR, LocalDate.of(2027, 12, 31), null, NOW));
        assertThat(answer(new PublishListing(LISTING, NOW))).isEqualTo(fold(ListingState::after, LISTING));
    }

    private void join(MemberId member, MemberRole role) {
        answer(new ApplyForMembership(member, "name", "number", List.of(role), TaxpayerType.GENERAL, NOW));
        answer(new AdmitMember(member, List.of(Mandate.full(MARKET)), null, NOW));
    }

    private @Nullable Object answer(Command command) {
        var outcome = send(command);
        assertThat(outcome).isInstanceOf(Done.class);
        return ((Done) outcome).state();
    }

    private Outcome send(Command command) {
        return axon.dispatch(command, new UUID(7, ++commands));
    }

    private static Stream<Class<?>> aggregates() {
        return Stream.concat(AggregateCatalogue.shortLived().stream(), AggregateCatalogue.longLived().stream());
    }

    private List<SettlementEvent> events(AggregateId id) {
        return log.readEvents(id.stream(), 0).asStream().<SettlementEvent>map(e -> (SettlementEvent) e.getPayload()).toList();
    }

    private List<String> names(AggregateId id) {
        return events(id).stream().map(e -> EventCatalogue.typeOf(e.getClass()).value()).toList();
    }

    @SuppressWarnings("unchecked") // a stream holds the events of one aggregate, which the caller names
    private <S, E extends SettlementEvent> @Nullable S fold(BiFunction<@Nullable S, E, S> after, AggregateId id) {
        S state = null;
        for (var event : events(id)) {
            state = after.apply(state, (E) event);
        }
        return state;
    }
}
