package exchange.settlement.app.web;

import exchange.settlement.app.problem.Problem;
import exchange.settlement.app.problem.RequestRefused;

import org.springframework.http.HttpStatus;

/** 422: the idempotency key is bound to another request. */
public final class KeyReused extends RequestRefused {

    /** The key is bound already. */
    public KeyReused() {
        super(Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency.key-reused",
                "This Idempotency-Key belongs to another request that was accepted. Send a new key with a new request."));
    }
}
