package exchange.settlement.app.web;

import exchange.settlement.app.problem.FieldError;
import exchange.settlement.app.problem.Problem;
import exchange.settlement.app.problem.RequestRefused;
import java.util.List;
import org.springframework.http.HttpStatus;

/** 400: the request is malformed, whatever the state of the engine. Names every part that is wrong. */
public final class InvalidRequest extends RequestRefused {

    /** Several parts are wrong. */
    public InvalidRequest(List<FieldError> errors) {
        this("request.invalid", "Correct the parts of the request that are listed in errors.", errors);
    }

    /** One part is wrong. */
    public InvalidRequest(String pointer, String detail) {
        this(List.of(new FieldError(pointer, detail)));
    }

    /** A header whose value is refused before anybody reads it. */
    static InvalidRequest unreadableHeader() {
        return new InvalidRequest("header:", "one of the headers has a value with characters other than visible ASCII");
    }

    /**
     * A malformed request that has a code of its own.
     *
     * @param code   the stable dotted code
     * @param detail a sentence that says what to do
     * @param errors the parts that are wrong
     */
    public InvalidRequest(String code, String detail, List<FieldError> errors) {
        super(Problem.of(HttpStatus.BAD_REQUEST, code, detail, errors));
    }
}
