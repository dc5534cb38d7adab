package exchange.settlement.app.web;

import exchange.settlement.app.problem.Problem;
import exchange.settlement.app.problem.Problems;
import exchange.settlement.app.problem.StatusProblems;
import exchange.settlement.app.security.Access;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where Tomcat sends what went wrong outside of controllers: in a filter, or by a status without a body. */
@Controller
final class ErrorAddress implements ErrorController {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    @RequestMapping("${server.error.path:/error}")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer known ? known : 404;
        Object place = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        Object failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (failure instanceof AuthenticationServiceException) {
            // The keys of another issuer cannot be had at the moment.
            Problems.send(request, response, StatusProblems.of(503), RETRY_AFTER);
            return;
        }
        if (status == 405) {
            // Tomcat refuses TRACE by itself, and its Allow header tells of servlets rather than of addresses.
            notAllowed(request, response, String.valueOf(place));
            return;
        }
        if (failure instanceof RequestRejectedException) {
            Problems.send(request, response, InvalidRequest.unreadableHeader().problem().at(String.valueOf(place)));
            return;
        }
        Problem problem = status >= 500 && failure instanceof Throwable thrown ? Problems.internal(thrown)
                : StatusProblems.of(status);
        Problems.send(request, response, problem.instance() == null && place != null ? problem.at(place.toString()) : problem);
    }

    private static void notAllowed(HttpServletRequest request, HttpServletResponse response, String place) throws IOException {
        Set<String> methods = Access.methods(place);
        response.setHeader(HttpHeaders.ALLOW, methods.isEmpty() ? null : String.join(", ", methods));
        Problems.send(request, response, (methods.isEmpty() ? StatusProblems.notFound() : StatusProblems.of(405)).at(place));
    }
}
