package exchange.settlement.app.web;

import exchange.settlement.app.problem.Problem;
import exchange.settlement.app.problem.RequestRefused;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** 503: a view stands still in front of an event that it cannot digest. */
public final class ViewStopped extends RequestRefused {

    private static final Duration LATER = Duration.ofMinutes(1);

    /** The view's figures are of the past, and would pass for today's. */
    public ViewStopped() {
        super(Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "view.stopped",
                "The view behind this answer has stopped; its figures would be old. The operator sees which one at"
                        + " /api/v1/operations/projections."),
                LATER);
    }
}
