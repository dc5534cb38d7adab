package exchange.settlement.app.command;

/** The target is at another version than the asker has seen. */
public final class VersionMismatch extends RuntimeException {

    VersionMismatch(IfMatch expected, long actual) {
        super("Expected was " + expected + ", but it is at version " + actual, null, false, false);
    }
}
