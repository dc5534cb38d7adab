package exchange.settlement.app.web;

import exchange.settlement.app.problem.Problem;
import exchange.settlement.app.problem.RequestRefused;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** 503: more is under way than the engine takes on. */
public final class Overloaded extends RequestRefused {

    /** A bound has been reached. */
    public Overloaded() {
        super(Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "overloaded",
                "The engine has too much under way. Repeat the request in a moment, with the same Idempotency-Key."),
                Duration.ofSeconds(1));
    }
}
