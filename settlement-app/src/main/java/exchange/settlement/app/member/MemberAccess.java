package exchange.settlement.app.member;

import exchange.settlement.app.command.StateReader;
import exchange.settlement.app.command.StateReader.At;
import exchange.settlement.app.security.Caller;
import exchange.settlement.app.security.Role;
import exchange.settlement.domain.ClientId;
import exchange.settlement.domain.Rejection;
import exchange.settlement.domain.member.MemberId;
import exchange.settlement.domain.member.MemberState;
import java.util.UUID;

/** Who may look at which member: a marketplace sees those that mandated it, a regulator those of its bases, everybody else sees all. */
public final class MemberAccess {

    private final StateReader states;
    private final String base;

    /** Looks up members of the service base whose engine this is. */
    public MemberAccess(StateReader states, String base) {
        this.states = states;
        this.base = base;
    }

    /** The member, or the refusal that it does not exist for this caller. */
    public At<MemberState> visible(UUID id, Caller caller) {
        return states.now(new MemberId(id), MemberState::after).filter(_ -> seesBase(caller))
                .filter(member -> seesAll(caller) || mandated(member.state(), caller.client()))
                .orElseThrow(() -> Rejection.notFound("The member").asException());
    }

    /** Whether the caller sees any members: a regulator of other bases sees none. */
    public boolean seesBase(Caller caller) {
        return caller.seesBase(base);
    }

    /** Whether a member exists for this caller. */
    public boolean sees(MemberId id, Caller caller) {
        return seesBase(caller) && (seesAll(caller)
                || states.now(id, MemberState::after).filter(member -> mandated(member.state(), caller.client())).isPresent());
    }

    /** Whether the caller sees members whatever their mandates are. */
    static boolean seesAll(Caller caller) {
        return caller.isAny(Role.OPERATOR, Role.APPROVER, Role.REGULATOR, Role.SUPPORT, Role.BANK);
    }

    private static boolean mandated(MemberState member, ClientId client) {
        return member.mandates().stream().anyMatch(mandate -> mandate.client().equals(client));
    }
}
