package exchange.settlement.domain.member;

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
import exchange.settlement.domain.member.MemberEvent.AccountClosureNoted;
import exchange.settlement.domain.member.MemberEvent.AccountNoted;
import exchange.settlement.domain.member.MemberEvent.AccountsClosing;
import exchange.settlement.domain.member.MemberEvent.ExitRefused;
import exchange.settlement.domain.member.MemberEvent.ExitRequested;
import exchange.settlement.domain.member.MemberEvent.MandateGranted;
import exchange.settlement.domain.member.MemberEvent.MandateRevoked;
import exchange.settlement.domain.member.MemberEvent.MemberAdmitted;
import exchange.settlement.domain.member.MemberEvent.MemberApplied;
import exchange.settlement.domain.member.MemberEvent.MemberExited;
import exchange.settlement.domain.member.MemberEvent.MemberReinstated;
import exchange.settlement.domain.member.MemberEvent.MemberSuspended;
import exchange.settlement.domain.member.MemberState.Status;
import java.time.Instant;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides, purely, what a command does to a member: events, nothing, or a refusal. */
public final class MemberDecision {

    /** A member cannot leave while something opens its accounts. */
    public static final String ACCOUNT_IN_USE = "account.in-use";

    private MemberDecision() {}

    /** The events that a command causes; empty when a repeated step has nothing left to do. */
    public static List<MemberEvent> decide(@Nullable MemberState state, MemberCommand command) {
        if (command instanceof ApplyForMembership apply) {
            return applied(state, apply);
        }
        var member = MemberState.existing(state);
        return switch (command) {
            case ApplyForMembership _ -> throw new IllegalStateException("handled above");
            case AdmitMember c -> {
                require(member, Set.of(Status.APPLIED), "admitted");
                yield List.of(new MemberAdmitted(c.member(), c.mandates(), c.reason(), c.at()));
            }
            case SuspendMember c -> {
                require(member, Set.of(Status.ADMITTED), "suspended");
                yield List.of(new MemberSuspended(c.member(), c.reason(), c.at()));
            }
            case ReinstateMember c -> {
                require(member, Set.of(Status.SUSPENDED), "reinstated");
                yield List.of(new MemberReinstated(c.member(), c.reason(), c.at()));
            }
            case GrantMandate c -> granted(member, c);
            case RevokeMandate c -> revoked(member, c);
            case ExitMember c -> exitAsked(member, c);
            case NoteAccount c -> accountNoted(member, c);
            case NoteAccountClosed c -> closureNoted(member, c);
            case CloseAccounts c -> member.status() == Status.EXITING
                    ? List.of(new AccountsClosing(c.member(), member.accounts(), c.at()))
                    : List.of();
            case ConfirmExit c -> member.status() == Status.CLOSING && member.accounts().isEmpty()
                    ? List.of(left(c.member(), c.at()))
                    : List.of();
            case RefuseExit c -> member.status() != Status.CLOSING
                    ? List.of()
                    : List.of(new ExitRefused(c.member(), c.code(), member.closed(), c.at()));
        };
    }

    private static List<MemberEvent> applied(@Nullable MemberState state, ApplyForMembership c) {
        // Someone who has left may come back under the same number; everyone else is a member once.
        if (state != null && state.status() != Status.EXITED) {
            throw MemberRejection.registrationNumberUsed().asException();
        }
        return List.of(new MemberApplied(c.member(), c.legalName(), c.registrationNumber(), c.roles(), c.taxpayer(), c.at()));
    }

    private static List<MemberEvent> granted(MemberState member, GrantMandate c) {
        require(member, Set.of(Status.ADMITTED, Status.SUSPENDED), "mandating a client");
        if (member.mandates().contains(c.mandate())) {
            throw MemberRejection.alreadyMandated(c.mandate().client()).asException();
        }
        return List.of(new MandateGranted(c.member(), c.mandate(), c.reason(), c.at()));
    }

    private static List<MemberEvent> revoked(MemberState member, RevokeMandate c) {
        if (member.mandates().stream().noneMatch(m -> m.client().equals(c.client()))) {
            throw MemberRejection.mandateMissing(c.client()).asException();
        }
        return List.of(new MandateRevoked(c.member(), c.client(), c.reason(), c.at()));
    }

    private static List<MemberEvent> exitAsked(MemberState member, ExitMember c) {
        require(member, Set.of(Status.APPLIED, Status.ADMITTED, Status.SUSPENDED), "leaving");
        return List.of(new ExitRequested(c.member(), c.reason(), c.at()));
    }

    private static List<MemberEvent> accountNoted(MemberState member, NoteAccount c) {
        // Recorded even when it is known already: only a step that leaves a trace has one effect, however late it comes again.
        var noted = new AccountNoted(c.member(), c.currency(), c.at());
        var willClose = member.accounts().contains(c.currency()) && !member.closed().contains(c.currency());
        return switch (member.status()) {
            case CLOSING -> willClose ? List.of(noted) : List.of(inUse(c, member.closed()), noted);
            // An order or a receipt from before came to light: whoever has an open account has not left.
            case EXITED -> List.of(inUse(c, List.of()), noted);
            case APPLIED, ADMITTED, SUSPENDED, EXITING -> List.of(noted);
        };
    }

    private static ExitRefused inUse(NoteAccount c, List<Currency> reopen) {
        return new ExitRefused(c.member(), ACCOUNT_IN_USE, reopen, c.at());
    }

    private static List<MemberEvent> closureNoted(MemberState member, NoteAccountClosed c) {
        var noted = new AccountClosureNoted(c.member(), c.currency(), c.at());
        var closed = new HashSet<>(member.closed());
        closed.add(c.currency());
        return member.status() == Status.CLOSING && closed.containsAll(member.accounts())
                ? List.of(noted, left(c.member(), c.at()))
                : List.of(noted);
    }

    private static MemberExited left(MemberId member, Instant at) {
        return new MemberExited(member, at);
    }

    private static void require(MemberState member, Set<Status> allowed, String act) {
        if (!allowed.contains(member.status())) {
            throw MemberRejection.wrongStatus(member, act).asException();
        }
    }
}
