package exchange.settlement.app.web;

import exchange.settlement.app.problem.RequestRefused;
import exchange.settlement.app.problem.StatusProblems;

/** 415: the body is not uncompressed JSON in UTF-8. */
final class WrongMediaType extends RequestRefused {

    WrongMediaType() {
        super(StatusProblems.of(415));
    }
}
