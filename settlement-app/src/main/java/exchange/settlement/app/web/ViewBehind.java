package exchange.settlement.app.web;

import exchange.settlement.app.problem.Problem;
import exchange.settlement.app.problem.RequestRefused;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** 503: a view has not got as far as the reader asked for. */
public final class ViewBehind extends RequestRefused {

    /** The wait for the view is over. */
    public ViewBehind() {
        super(Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "view.behind",
                "The view has not got to the position that was asked for. Try again in a moment."), Duration.ofSeconds(1));
    }
}
