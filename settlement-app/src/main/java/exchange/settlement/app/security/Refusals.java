package exchange.settlement.app.security;

import exchange.settlement.app.problem.FieldError;
import exchange.settlement.app.problem.Problem;
import exchange.settlement.app.problem.Problems;
import exchange.settlement.app.problem.StatusProblems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;

/** What the filter chain says when it lets nobody through. */
final class Refusals {

    /** What the token endpoint may say (RFC 6749, 5.2). */
    private static final Set<String> TOKEN_ERRORS = Set.of(OAuth2ErrorCodes.INVALID_REQUEST, OAuth2ErrorCodes.INVALID_CLIENT,
            OAuth2ErrorCodes.INVALID_GRANT, OAuth2ErrorCodes.UNAUTHORIZED_CLIENT, OAuth2ErrorCodes.UNSUPPORTED_GRANT_TYPE,
            OAuth2ErrorCodes.INVALID_SCOPE);

    private Refusals() {}

    /** There is no token, or one that does not count. Why it does not count is not told: only forgers would learn from it. */
    static void unauthenticated(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (why instanceof OAuth2AuthenticationException) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
            Problems.send(request, response, Problem.of(HttpStatus.UNAUTHORIZED, "auth.token-invalid",
                    "The bearer token is expired, forged or not meant for this engine. Get a new one from its issuer."));
        } else if (Access.isOpen(request.getRequestURI())) {
            closed(request, response);
        } else {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            Problems.send(request, response, StatusProblems.of(401));
        }
    }

    /** The caller is known but not let through: nothing is there, or another method, or it is for others. */
    static void closed(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Set<String> methods = Access.methods(request.getRequestURI());
        if (methods.isEmpty()) {
            Problems.send(request, response, StatusProblems.notFound());
        } else if (Access.rule(request.getMethod(), request.getRequestURI()).isEmpty()) {
            response.setHeader(HttpHeaders.ALLOW, String.join(", ", methods));
            Problems.send(request, response, StatusProblems.of(405));
        } else {
            Problems.send(request, response, Problem.of(HttpStatus.FORBIDDEN, "auth.forbidden",
                    "The role of this client does not include this. Use a client that has the role for it."));
        }
    }

    /** No token is issued: the client's credentials do not count, or it asks in a way that is not supported. */
    static void noToken(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        String word = why instanceof OAuth2AuthenticationException oauth ? oauth.getError().getErrorCode()
                : OAuth2ErrorCodes.INVALID_CLIENT;
        if (word.equals(OAuth2ErrorCodes.INVALID_CLIENT)) {
            unknownClient(request, response);
        } else {
            Problems.send(request, response, Problem.of(HttpStatus.BAD_REQUEST, "request.invalid",
                    "Ask for a token with the form field grant_type=client_credentials and nothing else.")
                    .asOAuth(TOKEN_ERRORS.contains(word) ? word : OAuth2ErrorCodes.INVALID_REQUEST));
        }
    }

    /** A client's credentials do not count. */
    static void unknownClient(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"settlement\"");
        Problems.send(request, response, Problem.of(HttpStatus.UNAUTHORIZED, "auth.client-invalid",
                "Send the client's id and secret with HTTP Basic authentication.").asOAuth(OAuth2ErrorCodes.INVALID_CLIENT));
    }

    /** Too many sign-ins of a client failed. */
    static void throttled(HttpServletRequest request, HttpServletResponse response, Duration wait) throws IOException {
        Problems.send(request, response, Problem.of(HttpStatus.TOO_MANY_REQUESTS, "auth.throttled",
                "Too many sign-ins of this client failed. Check its secret and try again in a minute.")
                .asOAuth(OAuth2ErrorCodes.TEMPORARILY_UNAVAILABLE), wait);
    }

    /** The request says twice who sends it. */
    static void ambiguous(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Problem problem = Problem.of(HttpStatus.BAD_REQUEST, "request.invalid", "Send one Authorization header.",
                List.of(new FieldError("header:Authorization", "is there twice")));
        Problems.send(request, response, request.getRequestURI().equals(Access.TOKENS)
                ? problem.asOAuth(OAuth2ErrorCodes.INVALID_REQUEST)
                : problem);
    }

    /** The firewall takes the request for an attack, or its Host header names somebody else. */
    static void suspicious(HttpServletRequest request, HttpServletResponse response, boolean knownHost) throws IOException {
        Problems.send(request, response, knownHost ? StatusProblems.of(400)
                : Problem.of(HttpStatus.BAD_REQUEST, "request.invalid",
                        "Address the engine as localhost, or add the name to settlement.security.hosts.",
                        List.of(new FieldError("header:Host", "is not a name of this engine"))));
    }
}
