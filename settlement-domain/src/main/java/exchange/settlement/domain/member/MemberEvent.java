package exchange.settlement.domain.member;

import exchange.settlement.domain.AwaitsAllBefore;
import exchange.settlement.domain.ClientId;
import exchange.settlement.domain.EventType;
import exchange.settlement.domain.SettlementEvent;
import exchange.settlement.domain.TextId;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to a member. Written by {@link Member} only. */
public sealed interface MemberEvent extends SettlementEvent {

    /** The member it happened to. */
    MemberId member();

    @Override
    default MemberId aggregate() {
        return member();
    }

    /** A legal entity asked for membership. */
    @EventType("member.applied")
    record MemberApplied(MemberId member, String legalName, String registrationNumber, List<MemberRole> roles,
            TaxpayerType taxpayer, Instant at) implements MemberEvent {}

    /** The applicant is a member from now on. */
    @EventType("member.admitted")
    record MemberAdmitted(MemberId member, List<Mandate> mandates, @Nullable TextId reason, Instant at) implements MemberEvent {}

    /** The member begins no new trade until it is reinstated. */
    @EventType("member.suspended")
    record MemberSuspended(MemberId member, @Nullable TextId reason, Instant at) implements MemberEvent {}

    /** The suspension has ended. */
    @EventType("member.reinstated")
    record MemberReinstated(MemberId member, @Nullable TextId reason, Instant at) implements MemberEvent {}

    /** A client may act for the member from now on. */
    @EventType("member.mandate-granted")
    record MandateGranted(MemberId member, Mandate mandate, @Nullable TextId reason, Instant at) implements MemberEvent {}

    /** A client may no longer act for the member. */
    @EventType("member.mandate-revoked")
    record MandateRevoked(MemberId member, ClientId client, @Nullable TextId reason, Instant at) implements MemberEvent {}

    /** The member has an account in a currency. */
    @EventType("member.account-noted")
    record AccountNoted(MemberId member, Currency currency, Instant at) implements MemberEvent {}

    /** The member is leaving: it begins no trade from now on. What it began before is waited for. */
    @EventType("member.exit-requested")
    record ExitRequested(MemberId member, @Nullable TextId reason, Instant at) implements MemberEvent, AwaitsAllBefore {}

    /** Everything that began before the exit was asked has reached the leaving member's accounts: now they are asked to close. */
    @EventType("member.accounts-closing")
    record AccountsClosing(MemberId member, List<Currency> accounts, Instant at) implements MemberEvent, AwaitsAllBefore {}

    /** One of the leaving member's accounts is closed. */
    @EventType("member.account-closure-noted")
    record AccountClosureNoted(MemberId member, Currency currency, Instant at) implements MemberEvent {}

    /** An account could not close, so the member stays what it was; accounts that had closed open again. */
    @EventType("member.exit-refused")
    record ExitRefused(MemberId member, String code, List<Currency> reopen, Instant at) implements MemberEvent {}

    /** The member has left. */
    @EventType("member.exited")
    record MemberExited(MemberId member, Instant at) implements MemberEvent {}
}
