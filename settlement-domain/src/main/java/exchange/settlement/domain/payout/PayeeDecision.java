package exchange.settlement.domain.payout;

import exchange.settlement.domain.Witness;
import exchange.settlement.domain.member.MemberRejection;
import exchange.settlement.domain.member.MemberState;
import exchange.settlement.domain.payout.PayeeCommand.SetPayeeAccount;
import exchange.settlement.domain.payout.PayeeEvent.PayeeAccountSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides to which account a member may be paid out: one in its own name. */
public final class PayeeDecision {

    private PayeeDecision() {}

    /** The events that a command causes, or a refusal. */
    public static List<PayeeEvent> decide(@Nullable PayeeState state, PayeeCommand command, Witness witness) {
        return switch (command) {
            case SetPayeeAccount c -> {
                var member = MemberState.existing(witness.read(c.payee().member(), MemberState::after));
                if (!stays(member)) {
                    throw MemberRejection.notAdmitted(member).asException();
                }
                inOwnName(c.details(), member);
                yield List.of(new PayeeAccountSet(c.payee(), state == null ? 1 : state.number() + 1, c.details(), c.reason(),
                        c.at()));
            }
        };
    }

    /** Whether a member is there to be paid: admitted, or suspended for a while. */
    static boolean stays(MemberState member) {
        return switch (member.status()) {
            case ADMITTED, SUSPENDED -> true;
            case APPLIED, EXITING, CLOSING, EXITED -> false;
        };
    }

    /** Refuses an account in anybody else's name: the exchange pays its members, and nobody for them. */
    static void inOwnName(BankDetails details, MemberState member) {
        if (!details.accountName().equals(member.legalName())) {
            throw PayoutRejection.nameDiffers().asException();
        }
    }
}
