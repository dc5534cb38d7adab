package exchange.settlement.domain;

/**
 * A refusal that only the asker needs to know of. Nothing is recorded.
 *
 * @param kind     what sort of refusal it is
 * @param code     the stable dotted code that programs branch on
 * @param sentence what is wrong and what to do, for people
 */
public record Rejection(Kind kind, String code, String sentence) {

    /** Sorts of refusals; the API maps each to one HTTP status. */
    public enum Kind {
        /** What is addressed does not exist, or not for the asker. */
        NOT_FOUND,
        /** The asker may not do this for these members. */
        FORBIDDEN,
        /** The state as it is now forbids it. */
        CONFLICT,
        /** The request is well formed but makes no sense. */
        UNPROCESSABLE
    }

    /** A refusal because of the state as it is now. */
    public static Rejection conflict(String code, String sentence) {
        return new Rejection(Kind.CONFLICT, code, sentence);
    }

    /** A refusal of a request that can never succeed as it stands. */
    public static Rejection unprocessable(String code, String sentence) {
        return new Rejection(Kind.UNPROCESSABLE, code, sentence);
    }

    /** A refusal of somebody who may not ask this. */
    public static Rejection forbidden(String code, String sentence) {
        return new Rejection(Kind.FORBIDDEN, code, sentence);
    }

    /** What is addressed does not exist. */
    public static Rejection notFound(String what) {
        return new Rejection(Kind.NOT_FOUND, "not-found", what + " does not exist. Check the id.");
    }

    /** The refusal as an exception, to be thrown out of a decision. */
    public Rejected asException() {
        return new Rejected(this);
    }
}
