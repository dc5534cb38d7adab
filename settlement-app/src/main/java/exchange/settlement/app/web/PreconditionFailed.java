package exchange.settlement.app.web;

import exchange.settlement.app.problem.Problem;
import exchange.settlement.app.problem.RequestRefused;

import org.springframework.http.HttpStatus;

/** 412: the resource is not at the version that If-Match names. */
public final class PreconditionFailed extends RequestRefused {

    /** The version is another. */
    public PreconditionFailed() {
        super(Problem.of(HttpStatus.PRECONDITION_FAILED, "request.precondition-failed",
                "The resource has changed since it was read. Read it again and decide anew."));
    }
}
