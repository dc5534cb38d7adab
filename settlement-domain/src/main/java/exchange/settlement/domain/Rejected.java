package exchange.settlement.domain;

/** Carries a {@link Rejection} out of a decision. Refusing is ordinary work, so no stack trace is taken. */
public final class Rejected extends RuntimeException {

    private final transient Rejection rejection;

    Rejected(Rejection rejection) {
        super(rejection.code() + ": " + rejection.sentence(), null, false, false);
        this.rejection = rejection;
    }

    /** The refusal itself. */
    public Rejection rejection() {
        return rejection;
    }
}
