package exchange.settlement.app.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/** Writes problems as answers, past content negotiation: whoever asked for CSV still gets a problem as JSON. */
public final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Problems() {}

    /**
     * Answers with a problem. Does nothing when an answer is under way already.
     *
     * @param request  what is refused
     * @param response where the problem goes
     * @param problem  what to say
     * @throws IOException if the client is gone
     */
    public static void send(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        byte[] body = json(problem.instance() == null ? problem.at(request.getRequestURI()) : problem);
        response.setStatus(problem.status());
        response.setContentType("application/problem+json");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.ETAG, null);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    /** Answers with a problem that goes away by itself. */
    public static void send(HttpServletRequest request, HttpServletResponse response, Problem problem, Duration retryAfter)
            throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, retryAfter.toSeconds())));
        send(request, response, problem);
    }

    /**
     * A failure of the engine. The client gets an incident number only; what happened is in the log, under that number.
     *
     * @param failure what went wrong
     * @return what to tell the client
     */
    public static Problem internal(Throwable failure) {
        UUID incident = UUID.randomUUID();
        LOG.error("Incident {}", incident, failure);
        return Problem
                .of(HttpStatus.INTERNAL_SERVER_ERROR, "internal", "The engine failed. Whether the request took effect is told by"
                        + " repeating it with the same Idempotency-Key; when asking the operator for help, name incident "
                        + incident + ".")
                .at("urn:uuid:" + incident);
    }

    /** The problem as UTF-8 JSON. */
    public static byte[] json(Problem problem) {
        return JSON.writeValueAsBytes(problem);
    }
}
