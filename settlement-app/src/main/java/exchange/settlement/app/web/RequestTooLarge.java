package exchange.settlement.app.web;

import exchange.settlement.app.problem.RequestRefused;
import exchange.settlement.app.problem.StatusProblems;

/** 413: the body is larger than its address takes. */
final class RequestTooLarge extends RequestRefused {

    RequestTooLarge() {
        super(StatusProblems.of(413));
    }
}
