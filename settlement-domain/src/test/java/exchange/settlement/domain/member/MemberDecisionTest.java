package exchange.settlement.domain.member;

import static exchange.settlement.domain.Samples.BUYER;
import static exchange.settlement.domain.Samples.MARKET;
import static exchange.settlement.domain.Samples.NOW;
import static exchange.settlement.domain.Samples.STRANGER;
import static exchange.settlement.domain.Samples.TEXT;
import static exchange.settlement.domain.Samples.applied;
import static exchange.settlement.domain.Samples.member;
import static exchange.settlement.domain.Trial.given;

import exchange.settlement.domain.EveryCommand;
import exchange.settlement.domain.Money;
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
import exchange.settlement.domain.member.MemberEvent.MemberExited;
import exchange.settlement.domain.member.MemberEvent.MemberReinstated;
import exchange.settlement.domain.member.MemberEvent.MemberSuspended;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MemberDecisionTest {

    @RegisterExtension
    static final EveryCommand EVERY_COMMAND = EveryCommand.of(MemberCommand.class);

    private static final Currency USD = Currency.getInstance("USD");
    private static final List<MemberEvent> APPLIED = List.of(applied(BUYER, MemberRole.DEMANDER));
    private static final List<MemberEvent> ADMITTED = member(BUYER, MemberRole.DEMANDER);
    private static final MemberEvent SUSPENDED = new MemberSuspended(BUYER, TEXT, NOW);
    private static final AccountNoted CNY_NOTED = new AccountNoted(BUYER, Money.CNY, NOW);
    private static final AccountNoted USD_NOTED = new AccountNoted(BUYER, USD, NOW);
    private static final AccountClosureNoted CNY_CLOSED = new AccountClosureNoted(BUYER, Money.CNY, NOW);
    private static final MemberExited EXITED = new MemberExited(BUYER, NOW);
    private static final List<MemberEvent> LEAVING = List.of(CNY_NOTED, USD_NOTED,
            new ExitRequested(BUYER, TEXT, NOW), new AccountsClosing(BUYER, List.of(Money.CNY, USD), NOW));
    private static final List<MemberEvent> GOING = List.of(new ExitRequested(BUYER, TEXT, NOW),
            new AccountsClosing(BUYER, List.of(), NOW));

    @Test
    void a_legal_entity_applies_once_unless_it_has_left() {
        var first = applied(BUYER, MemberRole.DEMANDER);
        var apply = new ApplyForMembership(BUYER, first.legalName(), first.registrationNumber(), first.roles(), first.taxpayer(),
                NOW);
        given().when(apply).then(first);
        given(APPLIED).when(apply).refuses("member.registration-number-used");
        given(ADMITTED, List.of(SUSPENDED)).when(apply).refuses("member.registration-number-used");
        given(ADMITTED, List.of(EXITED)).when(apply).then(first);
    }

    @Test
    void an_applicant_is_admitted_once() {
        var mandates = List.of(Mandate.full(MARKET));
        given(APPLIED).when(new AdmitMember(BUYER, mandates, TEXT, NOW)).then(new MemberAdmitted(BUYER, mandates, TEXT, NOW));
        given(ADMITTED).when(new AdmitMember(BUYER, mandates, TEXT, NOW)).refuses("member.wrong-status");
        given().when(new AdmitMember(BUYER, mandates, TEXT, NOW)).refuses("not-found");
    }

    @Test
    void a_suspension_begins_and_ends() {
        given(ADMITTED).when(new SuspendMember(BUYER, TEXT, NOW)).then(SUSPENDED);
        given(APPLIED).when(new SuspendMember(BUYER, TEXT, NOW)).refuses("member.wrong-status");
        given(ADMITTED, List.of(SUSPENDED)).when(new ReinstateMember(BUYER, TEXT, NOW))
                .then(new MemberReinstated(BUYER, TEXT, NOW));
        given(ADMITTED).when(new ReinstateMember(BUYER, TEXT, NOW)).refuses("member.wrong-status");
    }

    @Test
    void mandates_are_granted_changed_and_revoked() {
        var buy = new Mandate(MARKET, List.of(Mandate.Scope.BUY));
        given(ADMITTED).when(new GrantMandate(BUYER, buy, TEXT, NOW)).then(new MandateGranted(BUYER, buy, TEXT, NOW));
        given(ADMITTED).when(new GrantMandate(BUYER, Mandate.full(MARKET), TEXT, NOW)).refuses("member.mandate-unchanged");
        given(APPLIED).when(new GrantMandate(BUYER, buy, TEXT, NOW)).refuses("member.wrong-status");
        given(ADMITTED).when(new RevokeMandate(BUYER, MARKET, TEXT, NOW)).then(new MandateRevoked(BUYER, MARKET, TEXT, NOW));
        given(ADMITTED).when(new RevokeMandate(BUYER, STRANGER, TEXT, NOW)).refuses("member.mandate-missing");
    }

    @Test
    void nobody_leaves_before_what_began_earlier_has_reached_its_accounts() {
        var asked = new ExitRequested(BUYER, TEXT, NOW);
        given(ADMITTED).when(new ExitMember(BUYER, TEXT, NOW)).then(asked);
        given(ADMITTED, List.of(asked)).when(new ConfirmExit(BUYER, NOW)).changesNothing();
        given(ADMITTED, List.of(asked)).when(new NoteAccount(BUYER, Money.CNY, NOW)).then(CNY_NOTED);
        given(ADMITTED, List.of(asked, CNY_NOTED)).when(new CloseAccounts(BUYER, NOW))
                .then(new AccountsClosing(BUYER, List.of(Money.CNY), NOW));
        given(ADMITTED).when(new CloseAccounts(BUYER, NOW)).changesNothing();
    }

    @Test
    void who_has_no_account_leaves_without_closing_any() {
        given(ADMITTED, GOING).when(new ConfirmExit(BUYER, NOW)).then(EXITED);
        given(ADMITTED, GOING, List.of(EXITED)).when(new ConfirmExit(BUYER, NOW)).changesNothing();
        given(ADMITTED, LEAVING).when(new ConfirmExit(BUYER, NOW)).changesNothing();
        given(ADMITTED, List.of(EXITED)).when(new ExitMember(BUYER, TEXT, NOW)).refuses("member.wrong-status");
    }

    @Test
    void who_has_accounts_leaves_when_all_are_closed() {
        given(ADMITTED, LEAVING).when(new ExitMember(BUYER, TEXT, NOW)).refuses("member.wrong-status");
        given(ADMITTED, LEAVING).when(new NoteAccountClosed(BUYER, Money.CNY, NOW)).then(CNY_CLOSED);
        given(ADMITTED, LEAVING, List.of(CNY_CLOSED)).when(new NoteAccountClosed(BUYER, USD, NOW))
                .then(new AccountClosureNoted(BUYER, USD, NOW), EXITED);
        given(ADMITTED, List.of(CNY_NOTED)).when(new NoteAccountClosed(BUYER, Money.CNY, NOW)).then(CNY_CLOSED);
    }

    @Test
    void an_account_that_cannot_close_keeps_the_member_and_reopens_the_others() {
        var refuse = new RefuseExit(BUYER, USD, "account.holds-money", NOW);
        given(ADMITTED, LEAVING, List.of(CNY_CLOSED)).when(refuse)
                .then(new ExitRefused(BUYER, "account.holds-money", List.of(Money.CNY), NOW));
        given(ADMITTED).when(refuse).changesNothing();
        given(ADMITTED, List.of(EXITED)).when(refuse).changesNothing();
    }

    @Test
    void accounts_are_noted_whenever_they_open() {
        given(ADMITTED).when(new NoteAccount(BUYER, Money.CNY, NOW)).then(CNY_NOTED);
        given(ADMITTED, List.of(CNY_NOTED)).when(new NoteAccount(BUYER, Money.CNY, NOW)).then(CNY_NOTED);
        given(ADMITTED, LEAVING).when(new NoteAccount(BUYER, Money.CNY, NOW)).then(CNY_NOTED);
    }

    @Test
    void an_account_that_opens_while_the_member_leaves_keeps_it() {
        given(ADMITTED, LEAVING, List.of(CNY_CLOSED)).when(new NoteAccount(BUYER, Money.CNY, NOW))
                .then(new ExitRefused(BUYER, "account.in-use", List.of(Money.CNY), NOW), CNY_NOTED);
        given(ADMITTED, LEAVING).when(new NoteAccount(BUYER, Currency.getInstance("EUR"), NOW)).then(
                new ExitRefused(BUYER, "account.in-use", List.of(), NOW),
                new AccountNoted(BUYER, Currency.getInstance("EUR"), NOW));
    }

    @Test
    void an_account_that_opens_afterwards_brings_the_member_back_to_where_it_stood() {
        var undone = new ExitRefused(BUYER, "account.in-use", List.of(), NOW);
        List<MemberEvent> gone = List.of(SUSPENDED, new ExitRequested(BUYER, TEXT, NOW),
                new AccountsClosing(BUYER, List.of(), NOW), EXITED);
        given(ADMITTED, gone).when(new NoteAccount(BUYER, Money.CNY, NOW)).then(undone, CNY_NOTED);
        given(ADMITTED, gone, List.of(undone, CNY_NOTED)).when(new ReinstateMember(BUYER, TEXT, NOW))
                .then(new MemberReinstated(BUYER, TEXT, NOW));
    }
}
