package exchange.settlement.app.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * An RFC 9457 problem. Programs branch on {@code code}, people read {@code detail}.
 *
 * @param type     always {@code about:blank}: the code is what tells problems apart
 * @param title    the name of the HTTP status
 * @param status   the HTTP status
 * @param detail   a sentence that says what to do
 * @param code     the stable dotted code
 * @param instance the path that was asked for, or the incident as a URN; absent where no path could be read
 * @param errors   the parts of the request that are wrong; absent when there are none
 * @param error    what OAuth clients branch on (RFC 6749, 5.2); absent wherever no token was asked for
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(String type, String title, int status, String detail, String code, @Nullable String instance,
        List<FieldError> errors, @Nullable String error) {

    public Problem {
        errors = List.copyOf(errors);
    }

    /** A problem without field errors. */
    public static Problem of(HttpStatus status, String code, String detail) {
        return of(status, code, detail, List.of());
    }

    /** A problem that names the wrong parts of the request. */
    public static Problem of(HttpStatus status, String code, String detail, List<FieldError> errors) {
        return new Problem("about:blank", status.getReasonPhrase(), status.value(), detail, code, null, errors, null);
    }

    /** The same problem, met at this place. */
    public Problem at(@Nullable String place) {
        return new Problem(type, title, status, detail, code, place, errors, error);
    }

    /** The same problem, also in the words of OAuth. */
    public Problem asOAuth(String word) {
        return new Problem(type, title, status, detail, code, instance, errors, word);
    }
}
