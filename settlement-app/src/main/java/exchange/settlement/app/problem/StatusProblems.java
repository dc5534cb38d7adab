package exchange.settlement.app.problem;

import org.springframework.http.HttpStatus;

/** What to say when all that is known is an HTTP status, because a framework refused the request. */
public final class StatusProblems {

    private StatusProblems() {}

    /**
     * The problem for a status of 400 or more.
     *
     * @param status the HTTP status; whatever is unknown counts as 400 or 500
     * @return the problem; a status from 500 on comes back without an incident, since nothing is known that could be logged
     */
    public static Problem of(int status) {
        return switch (status) {
            case 401 -> Problem.of(HttpStatus.UNAUTHORIZED, "auth.token-missing",
                    "Send a bearer token from POST /oauth2/token in the Authorization header.");
            case 403 -> Problem.of(HttpStatus.FORBIDDEN, "auth.forbidden", "This client may not do this.");
            case 404 -> notFound();
            case 405 -> Problem.of(HttpStatus.METHOD_NOT_ALLOWED, "request.method-not-allowed",
                    "Use a method that the Allow header names.");
            case 406 -> Problem.of(HttpStatus.NOT_ACCEPTABLE, "request.not-acceptable",
                    "Ask for a media type that this address offers, such as application/json.");
            case 413 -> Problem.of(HttpStatus.CONTENT_TOO_LARGE, "request.too-large", "Send a smaller body.");
            case 415 -> Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "request.media-type",
                    "Send the body as application/json in UTF-8, uncompressed.");
            case 501 -> Problem.of(HttpStatus.NOT_IMPLEMENTED, "request.unsupported",
                    "Send the body with its length, or with the transfer encoding chunked.");
            case 505 -> Problem.of(HttpStatus.HTTP_VERSION_NOT_SUPPORTED, "request.unsupported", "Speak HTTP/1.1.");
            case 503 -> Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "overloaded", "Try again in a moment.");
            default -> status < 500
                    ? Problem.of(HttpStatus.BAD_REQUEST, "request.invalid",
                            "The request is malformed. Check its address, headers and body against the API's description.")
                    : Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal", "The engine failed. Ask its operator for help.");
        };
    }

    /** Nothing is at this address, or not for this client. */
    public static Problem notFound() {
        return Problem.of(HttpStatus.NOT_FOUND, "not-found", "Nothing is here. Check the address and the ids in it.");
    }
}
