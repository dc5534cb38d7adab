package exchange.settlement.domain.member;

import exchange.settlement.domain.ClientId;
import exchange.settlement.domain.Rejection;
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
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A member as its events tell it.
 *
 * @param id                 the member
 * @param status             where it stands
 * @param stays              where it returns to when an exit is refused
 * @param legalName          the name in the register of companies
 * @param registrationNumber the unified social credit code (GB 32100-2015)
 * @param roles              what it may do, each once, in the order of declaration
 * @param taxpayer           how it is registered for VAT
 * @param mandates           the clients that may act for it
 * @param accounts           the currencies in which it has an open account
 * @param closed             the currencies whose accounts closed while it is leaving
 */
public record MemberState(MemberId id, Status status, Status stays, String legalName, String registrationNumber,
        List<MemberRole> roles, TaxpayerType taxpayer, List<Mandate> mandates, List<Currency> accounts,
        List<Currency> closed) {

    /** Where a member stands. */
    public enum Status {
        APPLIED, ADMITTED, SUSPENDED,
        /** Leaving: what began before is waited for. */
        EXITING,
        /** Leaving: its accounts are closing. */
        CLOSING, EXITED
    }

    public MemberState {
        roles = List.copyOf(roles);
        mandates = List.copyOf(mandates);
        accounts = List.copyOf(accounts);
        closed = List.copyOf(closed);
    }

    /** The member after one more event. */
    public static MemberState after(@Nullable MemberState before, MemberEvent event) {
        if (event instanceof MemberApplied e) {
            return new MemberState(e.member(), Status.APPLIED, Status.APPLIED, e.legalName(), e.registrationNumber(), e.roles(),
                    e.taxpayer(), List.of(), before == null ? List.of() : before.accounts, List.of());
        }
        var now = Objects.requireNonNull(before, "a member begins by applying");
        return switch (event) {
            case MemberApplied _ -> throw new IllegalStateException("handled above");
            case MemberAdmitted e -> now.in(Status.ADMITTED).mandating(e.mandates());
            case MemberSuspended _ -> now.in(Status.SUSPENDED);
            case MemberReinstated _ -> now.in(Status.ADMITTED);
            case MandateGranted e -> now.mandating(with(without(now.mandates, e.mandate().client()), e.mandate()));
            case MandateRevoked e -> now.mandating(without(now.mandates, e.client()));
            case AccountNoted e -> now.holding(with(now.accounts, e.currency()), without(now.closed, e.currency()));
            // Where it stood before is kept: a refused exit leaves it there.
            case ExitRequested _ -> now.leaving(Status.EXITING, now.status);
            case AccountsClosing _ -> now.leaving(Status.CLOSING, now.stays);
            case AccountClosureNoted e -> now.holding(now.accounts, with(now.closed, e.currency()));
            case ExitRefused _ -> now.in(now.stays).holding(now.accounts, List.of());
            // Where it stood before is kept: an account that opens afterwards undoes the exit. Nobody acts for it then, unless asked anew.
            case MemberExited _ -> new MemberState(now.id, Status.EXITED, now.stays, now.legalName, now.registrationNumber,
                    now.roles, now.taxpayer, List.of(), List.of(), List.of());
        };
    }

    /** Whether the member may begin a trade now. */
    public boolean admitted() {
        return status == Status.ADMITTED;
    }

    /** Whether the member has asked to leave and does not know yet whether it may. */
    public boolean leaving() {
        return status == Status.EXITING || status == Status.CLOSING;
    }

    /** Whether one of the member's roles sells. */
    public boolean sells() {
        return roles.stream().anyMatch(MemberRole::sells);
    }

    /** Whether one of the member's roles buys. */
    public boolean buys() {
        return roles.stream().anyMatch(MemberRole::buys);
    }

    /** Whether a client may do something for the member. */
    public boolean mandates(ClientId client, Mandate.Scope scope) {
        return mandates.stream().anyMatch(m -> m.client().equals(client) && m.scopes().contains(scope));
    }

    /** Refuses unless the member is admitted and has mandated the client. */
    public MemberState mayTrade(ClientId client, Mandate.Scope scope) {
        if (!admitted()) {
            throw MemberRejection.notAdmitted(this).asException();
        }
        return mandated(client, scope);
    }

    /** Refuses unless the member has mandated the client, whatever else it may not do: what runs is finished. */
    public MemberState mandated(ClientId client, Mandate.Scope scope) {
        if (!mandates(client, scope)) {
            throw MemberRejection.noMandate(client, scope).asException();
        }
        return this;
    }

    /** The roles as one word for reports: {@code DATA_MERCHANT+PROVIDER}. */
    public String rolesLabel() {
        return roles.stream().map(Enum::name).sorted().collect(Collectors.joining("+"));
    }

    /** The member, or the refusal that it does not exist. */
    public static MemberState existing(@Nullable MemberState member) {
        if (member == null) {
            throw Rejection.notFound("The member").asException();
        }
        return member;
    }

    private MemberState in(Status next) {
        return new MemberState(id, next, next, legalName, registrationNumber, roles, taxpayer, mandates, accounts, closed);
    }

    private MemberState leaving(Status next, Status staysOtherwise) {
        return new MemberState(id, next, staysOtherwise, legalName, registrationNumber, roles, taxpayer, mandates, accounts,
                List.of());
    }

    private MemberState mandating(List<Mandate> next) {
        return new MemberState(id, status, stays, legalName, registrationNumber, roles, taxpayer, next, accounts, closed);
    }

    private MemberState holding(List<Currency> open, List<Currency> closing) {
        return new MemberState(id, status, stays, legalName, registrationNumber, roles, taxpayer, mandates, open, closing);
    }

    private static List<Mandate> without(List<Mandate> mandates, ClientId client) {
        return mandates.stream().filter(m -> !m.client().equals(client)).toList();
    }

    private static <T> List<T> without(List<T> list, T element) {
        return list.stream().filter(e -> !e.equals(element)).toList();
    }

    private static <T> List<T> with(List<T> list, T element) {
        var longer = new ArrayList<>(without(list, element));
        longer.add(element);
        return longer;
    }
}
