package exchange.settlement.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import exchange.settlement.domain.account.AccountCommand;
import exchange.settlement.domain.account.AccountDecision;
import exchange.settlement.domain.account.AccountEvent;
import exchange.settlement.domain.account.AccountState;
import exchange.settlement.domain.bank.BankReceiptCommand;
import exchange.settlement.domain.bank.BankReceiptDecision;
import exchange.settlement.domain.bank.BankReceiptEvent;
import exchange.settlement.domain.bank.BankReceiptState;
import exchange.settlement.domain.escrow.EscrowCommand;
import exchange.settlement.domain.escrow.EscrowDecision;
import exchange.settlement.domain.escrow.EscrowEvent;
import exchange.settlement.domain.escrow.EscrowState;
import exchange.settlement.domain.filing.TradeFilingCommand;
import exchange.settlement.domain.filing.TradeFilingDecision;
import exchange.settlement.domain.filing.TradeFilingEvent;
import exchange.settlement.domain.filing.TradeFilingEvent.TradeFiled;
import exchange.settlement.domain.listing.ListingCommand;
import exchange.settlement.domain.listing.ListingDecision;
import exchange.settlement.domain.listing.ListingEvent;
import exchange.settlement.domain.listing.ListingState;
import exchange.settlement.domain.member.MemberCommand;
import exchange.settlement.domain.member.MemberDecision;
import exchange.settlement.domain.member.MemberEvent;
import exchange.settlement.domain.member.MemberState;
import exchange.settlement.domain.order.OrderCommand;
import exchange.settlement.domain.order.OrderDecision;
import exchange.settlement.domain.order.OrderEvent;
import exchange.settlement.domain.order.OrderState;
import exchange.settlement.domain.payout.PayeeCommand;
import exchange.settlement.domain.payout.PayeeDecision;
import exchange.settlement.domain.payout.PayeeEvent;
import exchange.settlement.domain.payout.PayeeState;
import exchange.settlement.domain.payout.PayoutCommand;
import exchange.settlement.domain.payout.PayoutDecision;
import exchange.settlement.domain.payout.PayoutEvent;
import exchange.settlement.domain.payout.PayoutState;
import exchange.settlement.domain.proposal.ProposalCommand;
import exchange.settlement.domain.proposal.ProposalDecision;
import exchange.settlement.domain.proposal.ProposalEvent;
import exchange.settlement.domain.proposal.ProposalState;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Given these events, when this command comes, then …: over the pure functions alone. The events may be of several aggregates. */
public final class Trial {

    static final Set<Class<?>> TRIED = new HashSet<>();

    private final List<SettlementEvent> past;

    private Trial(List<SettlementEvent> past) {
        this.past = past;
    }

    /** Nothing has happened. */
    public static Trial given() {
        return new Trial(List.of());
    }

    /** What has happened. */
    public static Trial given(List<? extends SettlementEvent> past) {
        return new Trial(List.copyOf(past));
    }

    /** What has happened, and what after it. */
    public static Trial given(List<? extends SettlementEvent> past, List<? extends SettlementEvent> then) {
        return new Trial(Stream.<SettlementEvent>concat(past.stream(), then.stream()).toList());
    }

    /** What has happened, what after it, and what at last. */
    public static Trial given(List<? extends SettlementEvent> past, List<? extends SettlementEvent> then,
            List<? extends SettlementEvent> last) {
        return given(given(past, then).past, last);
    }

    /** What is asked. */
    public Decision when(Command command) {
        TRIED.add(command.getClass());
        return new Decision(command);
    }

    /** What comes of it. */
    public final class Decision {

        private final Command command;

        private Decision(Command command) {
            this.command = command;
        }

        /** Exactly these events. */
        public void then(SettlementEvent... events) {
            assertThat(decide()).isEqualTo(List.of(events));
        }

        /** Nothing, because it is done already or is not needed. */
        public void changesNothing() {
            assertThat(decide()).isEmpty();
        }

        /** A refusal with this code. */
        public void refuses(String code) {
            assertThatExceptionOfType(Rejected.class).isThrownBy(this::decide)
                    .satisfies(e -> assertThat(e.rejection().code()).isEqualTo(code))
                    .satisfies(e -> assertThat(e.rejection().sentence()).endsWith("."));
        }

        private List<? extends SettlementEvent> decide() {
            return switch (command) {
                case MemberCommand c -> MemberDecision.decide(Trial.<MemberState, MemberEvent>fold(past, c.target(),
                        MemberState::after), c);
                case ListingCommand c -> ListingDecision.decide(Trial.<ListingState, ListingEvent>fold(past, c.target(),
                        ListingState::after), c, new PastWitness(past));
                case OrderCommand c -> OrderDecision.decide(Trial.<OrderState, OrderEvent>fold(past, c.target(),
                        OrderState::after), c, new PastWitness(past), Samples.POLICIES);
                case EscrowCommand c -> EscrowDecision.decide(Trial.<EscrowState, EscrowEvent>fold(past, c.target(),
                        EscrowState::after), c);
                case AccountCommand c -> AccountDecision.decide(Trial.<AccountState, AccountEvent>fold(past, c.target(),
                        AccountState::after), c);
                case BankReceiptCommand c -> BankReceiptDecision.decide(Trial.<BankReceiptState, BankReceiptEvent>fold(past,
                        c.target(), BankReceiptState::after), c, new PastWitness(past));
                case TradeFilingCommand c -> TradeFilingDecision.decide(Trial.<TradeFiled, TradeFilingEvent>fold(past, c.target(),
                        TradeFilingEvent::after), c, new PastWitness(past), Samples.POLICIES);
                case PayoutCommand c -> PayoutDecision.decide(Trial.<PayoutState, PayoutEvent>fold(past, c.target(),
                        PayoutState::after), c, new PastWitness(past));
                case PayeeCommand c -> PayeeDecision.decide(Trial.<PayeeState, PayeeEvent>fold(past, c.target(),
                        PayeeState::after), c, new PastWitness(past));
                case ProposalCommand c -> ProposalDecision.decide(Trial.<ProposalState, ProposalEvent>fold(past, c.target(),
                        ProposalState::after), c);
                default -> throw new AssertionError("Nobody decides " + command);
            };
        }
    }

    private record PastWitness(List<SettlementEvent> past) implements Witness {

        @Override
        public <S, E extends SettlementEvent> @Nullable S read(AggregateId id, BiFunction<@Nullable S, E, S> fold) {
            return Trial.<S, E>fold(past, id, fold);
        }
    }

    @SuppressWarnings("unchecked") // a stream holds the events of one aggregate, which the caller names
    private static <S, E extends SettlementEvent> @Nullable S fold(List<SettlementEvent> past, AggregateId id,
            BiFunction<@Nullable S, E, S> fold) {
        S state = null;
        for (var event : past) {
            if (event.aggregate().equals(id)) {
                state = fold.apply(state, (E) event);
            }
        }
        return state;
    }
}
