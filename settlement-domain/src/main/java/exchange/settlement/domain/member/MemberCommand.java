package exchange.settlement.domain.member;

import exchange.settlement.domain.ClientId;
import exchange.settlement.domain.Command;
import exchange.settlement.domain.TextId;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of a member. */
public sealed interface MemberCommand extends Command {

    /** The member that is asked. */
    MemberId member();

    @Override
    default MemberId target() {
        return member();
    }

    /** A legal entity asks to become a member; sent by an operator. */
    record ApplyForMembership(MemberId member, String legalName, String registrationNumber, List<MemberRole> roles,
            TaxpayerType taxpayer, Instant at) implements MemberCommand {}

    /** An operator admits an applicant; the mandates let clients act for it from the start. */
    record AdmitMember(MemberId member, List<Mandate> mandates, @Nullable TextId reason, Instant at) implements MemberCommand {}

    /** An operator suspends a member: it can begin no trade; running ones go on. */
    record SuspendMember(MemberId member, @Nullable TextId reason, Instant at) implements MemberCommand {}

    /** An operator ends a suspension. */
    record ReinstateMember(MemberId member, @Nullable TextId reason, Instant at) implements MemberCommand {}

    /** An operator asks that a member leaves; its accounts close first, and may refuse. */
    record ExitMember(MemberId member, @Nullable TextId reason, Instant at) implements MemberCommand {}

    /** An operator lets a client act for a member, or changes what it may do. */
    record GrantMandate(MemberId member, Mandate mandate, @Nullable TextId reason, Instant at) implements MemberCommand {}

    /** An operator ends a client's mandate. */
    record RevokeMandate(MemberId member, ClientId client, @Nullable TextId reason, Instant at) implements MemberCommand {}

    /** A process tells that what began before the exit was asked has reached the member's accounts. */
    record CloseAccounts(MemberId member, Instant at) implements MemberCommand {}

    /** A process tells that a leaving member without accounts has none indeed. */
    record ConfirmExit(MemberId member, Instant at) implements MemberCommand {}

    /** A process tells that an account was opened for the member. */
    record NoteAccount(MemberId member, Currency currency, Instant at) implements MemberCommand {}

    /** A process tells that an account of the member is closed. */
    record NoteAccountClosed(MemberId member, Currency currency, Instant at) implements MemberCommand {}

    /** A process tells that an account cannot close, so the member cannot leave. */
    record RefuseExit(MemberId member, Currency currency, String code, Instant at) implements MemberCommand {}
}
