package exchange.settlement.app.web;

import exchange.settlement.app.problem.FieldError;
import exchange.settlement.app.problem.Problem;
import exchange.settlement.app.problem.Problems;
import exchange.settlement.app.problem.RequestRefused;
import exchange.settlement.app.problem.StatusProblems;
import exchange.settlement.domain.Rejected;
import exchange.settlement.domain.Rejection;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Turns whatever a controller or Spring MVC throws into a problem. Writes the answer itself instead of returning a body, since
 * content negotiation would fail where the client asked for CSV only.
 */
final class ProblemResolver implements HandlerExceptionResolver, Ordered {

    private static final int CAUSES_MAX = 10;

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response,
            @Nullable Object handler, Exception failure) {
        if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException || response.isCommitted()) {
            return null;
        }
        try {
            if (!(failure instanceof AsyncRequestNotUsableException)) {
                answer(request, response, failure);
            }
        } catch (IOException clientGone) {
            // Nobody is left to tell.
        }
        return new ModelAndView();
    }

    private static void answer(HttpServletRequest request, HttpServletResponse response, Exception failure) throws IOException {
        Throwable known = known(failure);
        switch (known) {
            case RequestRefused refused when refused.retryAfter().isPresent() ->
                Problems.send(request, response, refused.problem(),
                        refused.retryAfter().get());
            case RequestRefused refused -> Problems.send(request, response, refused.problem());
            case RequestRejectedException _ -> Problems.send(request, response, InvalidRequest.unreadableHeader().problem());
            case Rejected rejected -> Problems.send(request, response, problem(rejected.rejection()));
            case MethodArgumentTypeMismatchException mismatch -> Problems.send(request, response, mismatch(mismatch));
            case ErrorResponse error when error.getStatusCode().is4xxClientError() -> {
                error.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
                Problems.send(request, response, StatusProblems.of(error.getStatusCode().value()));
            }
            default -> Problems.send(request, response, Problems.internal(failure));
        }
    }

    /** Buses and futures wrap what a handler threw; the refusal inside is what counts. */
    private static Throwable known(Exception failure) {
        Throwable at = failure;
        for (int i = 0; i < CAUSES_MAX && at != null; i++) {
            if (at instanceof RequestRefused || at instanceof Rejected) {
                return at;
            }
            at = at.getCause();
        }
        return failure;
    }

    private static Problem problem(Rejection rejection) {
        HttpStatus status = switch (rejection.kind()) {
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case CONFLICT -> HttpStatus.CONFLICT;
            case UNPROCESSABLE -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        return Problem.of(status, rejection.code(), rejection.sentence());
    }

    /** A part of the path that is no id names nothing; a malformed parameter is the client's mistake. */
    private static Problem mismatch(MethodArgumentTypeMismatchException mismatch) {
        boolean inPath = mismatch.getParameter().hasParameterAnnotation(PathVariable.class);
        return inPath ? StatusProblems.notFound()
                : new InvalidRequest(List.of(new FieldError("query:" + mismatch.getName(), "is malformed"))).problem();
    }
}
