package exchange.settlement.app.command;

/** The target is at another version than the asker has seen. */
public final class VersionMismatch extends RuntimeException {

    VersionMismatch(long expected, long actual) {
        super("Version " + expected + " was expected, but it is at version " + actual, null, false, false);
    }
}
