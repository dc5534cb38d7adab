package exchange.settlement.domain.order;

import exchange.settlement.domain.Rejection;
import java.time.Duration;
import java.util.List;

/**
 * How long each step of an order may take, counted from the step before it.
 *
 * @param confirmWithin from placing to the provider's confirmation
 * @param fundWithin    from confirmation to funding
 * @param deliverWithin from funding to delivery
 * @param inspectWithin from delivery to acceptance; silence accepts
 */
public record DeadlineTerms(Duration confirmWithin, Duration fundWithin, Duration deliverWithin, Duration inspectWithin) {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(3660);

    /** Refuses periods shorter than a second or longer than ten years. */
    public DeadlineTerms sensible() {
        for (var within : List.of(confirmWithin, fundWithin, deliverWithin, inspectWithin)) {
            if (within.compareTo(SHORTEST) < 0 || within.compareTo(LONGEST) > 0) {
                throw Rejection.unprocessable("order.deadline-out-of-range",
                        "A deadline lies between one second and ten years, not " + within + ".").asException();
            }
        }
        return this;
    }
}
