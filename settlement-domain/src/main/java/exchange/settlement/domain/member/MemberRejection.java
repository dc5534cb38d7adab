package exchange.settlement.domain.member;

import exchange.settlement.domain.ClientId;
import exchange.settlement.domain.Rejection;

/** The refusals of members. */
public final class MemberRejection {

    private MemberRejection() {}

    /** The member may not begin a trade. */
    public static Rejection notAdmitted(MemberState member) {
        return Rejection.conflict("member.not-admitted", "Member " + member.id().value() + " is " + member.status()
                + "; only an ADMITTED member can do this. Ask the operator to admit or reinstate it.");
    }

    /** The client was not asked by the member to act for it. */
    public static Rejection noMandate(ClientId client, Mandate.Scope scope) {
        return Rejection.forbidden("member.no-mandate", "The member has not mandated client " + client.value() + " to "
                + scope + ". Ask the operator to record a mandate.");
    }

    /** None of the member's roles allows it. */
    public static Rejection roleMissing(MemberState member, String act) {
        return Rejection.conflict("member.role-missing", "Member " + member.id().value() + " has the roles " + member.rolesLabel()
                + ", none of which may " + act + ".");
    }

    static Rejection registrationNumberUsed() {
        return Rejection.conflict("member.registration-number-used",
                "A member with this registration number exists already. Use it instead of applying again.");
    }

    static Rejection wrongStatus(MemberState member, String act) {
        return Rejection.conflict("member.wrong-status",
                "The member is " + member.status() + "; in this status it cannot be " + act + ".");
    }

    static Rejection alreadyMandated(ClientId client) {
        return Rejection.conflict("member.mandate-unchanged",
                "Client " + client.value() + " already has exactly this mandate. Nothing is to be done.");
    }

    static Rejection mandateMissing(ClientId client) {
        return Rejection.conflict("member.mandate-missing",
                "Client " + client.value() + " has no mandate of this member that could be revoked.");
    }
}
