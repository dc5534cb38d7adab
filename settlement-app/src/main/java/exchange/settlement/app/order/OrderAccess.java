package exchange.settlement.app.order;

import exchange.settlement.app.command.StateReader;
import exchange.settlement.app.command.StateReader.At;
import exchange.settlement.app.security.Caller;
import exchange.settlement.app.security.Role;
import exchange.settlement.domain.Rejection;
import exchange.settlement.domain.order.OrderId;
import exchange.settlement.domain.order.OrderState;
import java.util.UUID;

/** Who may look at which trade: to a marketplace, the orders of another one do not exist. */
final class OrderAccess {

    private final StateReader states;

    OrderAccess(StateReader states) {
        this.states = states;
    }

    /** The order, or the refusal that it does not exist for this caller. */
    At<OrderState> visible(UUID id, Caller caller) {
        return states.now(new OrderId(id), OrderState::after)
                .filter(order -> seesAll(caller) || order.state().contract().client().equals(caller.client()))
                .orElseThrow(() -> Rejection.notFound("The order").asException());
    }

    /** Whether the caller sees the trades of every client. */
    static boolean seesAll(Caller caller) {
        return caller.isAny(Role.OPERATOR, Role.APPROVER, Role.REGULATOR, Role.SUPPORT);
    }
}
