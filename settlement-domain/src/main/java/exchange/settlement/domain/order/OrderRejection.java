package exchange.settlement.domain.order;

import exchange.settlement.domain.Money;
import exchange.settlement.domain.Rejection;

/** The refusals of orders. */
public final class OrderRejection {

    private OrderRejection() {}

    static Rejection wrongStatus(OrderState order, String act, String when) {
        return Rejection.conflict("order.wrong-status",
                "The order is " + order.status() + "; only an order that is " + when + " can be " + act + ".");
    }

    static Rejection inProgress(OrderState order) {
        return Rejection.conflict("order.in-progress", "Money of this order is on its way (" + order.status()
                + "). Wait until it has arrived, then ask again.");
    }

    static Rejection deadlinePassed(OrderState.Due due) {
        return Rejection.conflict("deadline.passed",
                "The time to " + due.deadline().name().toLowerCase(java.util.Locale.ROOT) + " ended at " + due.at() + ".");
    }

    static Rejection samePartyTwice() {
        return Rejection.unprocessable("order.same-party", "Buyer and provider are the same member. Nobody trades with itself.");
    }

    static Rejection negativePayout() {
        return Rejection.unprocessable("order.negative-payout",
                "The fee would be more than the price. Have the fee policy or the price changed.");
    }

    static Rejection awardDoesNotSum(Money gross) {
        return Rejection.unprocessable("order.award-does-not-sum",
                "An award gives the whole price of " + gross + " to provider and buyer together; neither part is negative.");
    }

    static Rejection alreadyPlaced() {
        return Rejection.conflict("order.wrong-status", "An order with this id is placed already.");
    }
}
