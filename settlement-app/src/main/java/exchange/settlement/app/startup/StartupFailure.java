package exchange.settlement.app.startup;

import org.jspecify.annotations.Nullable;

/**
 * The engine cannot start, for a reason that its operator can remove. The message is one sentence that says what is wrong
 * and what to do; it is all that the operator gets to see.
 */
public class StartupFailure extends RuntimeException {

    /**
     * @param sentence what is wrong and what to do about it
     */
    public StartupFailure(String sentence) {
        this(sentence, null);
    }

    /**
     * @param sentence what is wrong and what to do about it
     * @param cause    where it was noticed, if that was an exception
     */
    public StartupFailure(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
