package exchange.settlement.domain.member;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import exchange.settlement.domain.member.MemberCommand.AdmitMember;
import exchange.settlement.domain.member.MemberCommand.ApplyForMembership;
import exchange.settlement.domain.member.MemberCommand.CloseAccounts;
import exchange.settlement.domain.member.MemberCommand.ConfirmExit;
import exchange.settlement.domain.member.MemberCommand.ExitMember;
import exchange.settlement.domain.member.MemberCommand.GrantMandate;
import exchange.settlement.domain.member.MemberCommand.NoteAccount;
import exchange.settlement.domain.member.MemberCommand.NoteAccountClosed;
import exchange.settlement.domain.member.MemberCommand.RefuseExit;
import exchange.settlement.domain.member.MemberCommand.ReinstateMember;
import exchange.settlement.domain.member.MemberCommand.RevokeMandate;
import exchange.settlement.domain.member.MemberCommand.SuspendMember;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A member of the exchange: admitted, mandating, leaving. Decides by {@link MemberDecision}. */
@AggregateRoot(type = "member")
public class Member {

    @SuppressWarnings("UnusedVariable") // read by the framework
    @AggregateIdentifier
    private @Nullable String stream;

    private @Nullable MemberState state;

    /** For the framework, which replays the events afterwards. */
    protected Member() {}

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    @Nullable
    MemberState handle(ApplyForMembership command) {
        return decide(command);
    }

    @CommandHandler
    @Nullable
    MemberState handle(AdmitMember command) {
        return decide(command);
    }

    @CommandHandler
    @Nullable
    MemberState handle(SuspendMember command) {
        return decide(command);
    }

    @CommandHandler
    @Nullable
    MemberState handle(ReinstateMember command) {
        return decide(command);
    }

    @CommandHandler
    @Nullable
    MemberState handle(ExitMember command) {
        return decide(command);
    }

    @CommandHandler
    @Nullable
    MemberState handle(GrantMandate command) {
        return decide(command);
    }

    @CommandHandler
    @Nullable
    MemberState handle(RevokeMandate command) {
        return decide(command);
    }

    @CommandHandler
    @Nullable
    MemberState handle(NoteAccount command) {
        return decide(command);
    }

    @CommandHandler
    @Nullable
    MemberState handle(NoteAccountClosed command) {
        return decide(command);
    }

    @CommandHandler
    @Nullable
    MemberState handle(CloseAccounts command) {
        return decide(command);
    }

    @CommandHandler
    @Nullable
    MemberState handle(ConfirmExit command) {
        return decide(command);
    }

    @CommandHandler
    @Nullable
    MemberState handle(RefuseExit command) {
        return decide(command);
    }

    @EventSourcingHandler
    void on(MemberEvent event) {
        stream = event.aggregate().stream();
        state = MemberState.after(state, event);
    }

    private @Nullable MemberState decide(MemberCommand command) {
        MemberDecision.decide(state, command).forEach(AggregateLifecycle::apply);
        return state;
    }
}
