package exchange.settlement.domain.account;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import exchange.settlement.domain.account.AccountCommand.CloseAccount;
import exchange.settlement.domain.account.AccountCommand.CreditAccount;
import exchange.settlement.domain.account.AccountCommand.DebitForPayout;
import exchange.settlement.domain.account.AccountCommand.DisengageAccount;
import exchange.settlement.domain.account.AccountCommand.EndPayout;
import exchange.settlement.domain.account.AccountCommand.EngageAccount;
import exchange.settlement.domain.account.AccountCommand.ReopenAccount;
import exchange.settlement.domain.account.AccountCommand.ReserveFunds;
import exchange.settlement.domain.account.AccountCommand.ReturnReservation;
import exchange.settlement.domain.account.AccountCommand.SpendReservation;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A member's account in one currency. Decides by {@link AccountDecision}; owns {@code member/{id}/available} and {@code /reserved}. */
@AggregateRoot(type = "account")
public class Account {

    @SuppressWarnings("UnusedVariable") // read by the framework
    @AggregateIdentifier
    private @Nullable String stream;

    private @Nullable AccountState state;

    /** For the framework, which replays the events afterwards. */
    protected Account() {}

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    @Nullable
    AccountState handle(CreditAccount command) {
        return decide(command);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    @Nullable
    AccountState handle(ReserveFunds command) {
        return decide(command);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    @Nullable
    AccountState handle(SpendReservation command) {
        return decide(command);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    @Nullable
    AccountState handle(ReturnReservation command) {
        return decide(command);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    @Nullable
    AccountState handle(EngageAccount command) {
        return decide(command);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    @Nullable
    AccountState handle(DisengageAccount command) {
        return decide(command);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    @Nullable
    AccountState handle(DebitForPayout command) {
        return decide(command);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    @Nullable
    AccountState handle(EndPayout command) {
        return decide(command);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    @Nullable
    AccountState handle(CloseAccount command) {
        return decide(command);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    @Nullable
    AccountState handle(ReopenAccount command) {
        return decide(command);
    }

    @EventSourcingHandler
    void on(AccountEvent event) {
        stream = event.aggregate().stream();
        state = AccountState.after(state, event);
    }

    private @Nullable AccountState decide(AccountCommand command) {
        AccountDecision.decide(state, command).forEach(AggregateLifecycle::apply);
        return state;
    }
}
