package exchange.settlement.app.operations;

import java.time.Instant;
import java.util.UUID;

/**
 * What an operator did, or wanted to.
 *
 * @param number      its place among all of them
 * @param id          derived from issuer, client, subject and idempotency key
 * @param requestHash keyed hash of the request
 * @param who         who asked
 * @param at          when
 * @param action      what: {@code dead-letter.retry}
 * @param target      to what: a parked trade, a projection
 * @param reason      why, in the operator's words
 * @param outcome     what came of it
 * @param answer      the JSON that was answered; of a refusal its code and sentence
 */
record OperatorAction(long number, UUID id, String requestHash, Who who, Instant at, String action, String target, String reason,
        Outcome outcome, String answer) {

    /** What came of an action. */
    enum Outcome {
        /** It was done. */
        DONE,
        /** The state forbade it. */
        REFUSED
    }

    /**
     * Who asked.
     *
     * @param issuer  who issued the token
     * @param client  the program
     * @param subject the person or, for a program's own token, the program
     */
    record Who(String issuer, String client, String subject) {}
}
