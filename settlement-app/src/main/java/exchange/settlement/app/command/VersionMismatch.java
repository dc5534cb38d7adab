package exchange.settlement.app.command;

/** The target is at another version than the asker has seen. */
public final class VersionMismatch extends RuntimeException {

    private final long actual;

    VersionMismatch(long expected, long actual) {
        super("Version " + expected + " was expected, but it is at version " + actual, null, false, false);
        this.actual = actual;
    }

    /** The version that the target has. */
    public long actual() {
        return actual;
    }
}
