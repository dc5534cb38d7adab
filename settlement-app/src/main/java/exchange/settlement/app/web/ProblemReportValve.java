package exchange.settlement.app.web;

import exchange.settlement.app.problem.Problems;
import exchange.settlement.app.problem.StatusProblems;
import java.io.IOException;
import java.util.Objects;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/**
 * What Tomcat says when it cannot even make out which application is asked, for instance because the address is malformed.
 * Its own page would tell product, version and stack.
 */
public final class ProblemReportValve extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var problem = failure != null && status >= 500 ? Problems.internal(failure) : StatusProblems.of(status);
        byte[] body = Problems.json(problem);
        try {
            response.setStatus(problem.status());
            response.setContentType("application/problem+json");
            response.setContentLength(body.length);
            Objects.requireNonNull(response.getOutputStream()).write(body);
            response.finishResponse();
        } catch (IOException | IllegalStateException clientGone) {
            container.getLogger().debug("Nobody is left to tell of a refused request", clientGone);
        }
    }
}
