package exchange.settlement.app.security;

import exchange.settlement.app.startup.StartupFailure;
import org.jspecify.annotations.Nullable;

/** The engine will not start the way it is set up. The message is one sentence that says what to change. */
public class InsecureSetup extends StartupFailure {

    /** @param sentence what is wrong and what to do about it */
    public InsecureSetup(String sentence) {
        this(sentence, null);
    }

    /**
     * @param sentence what is wrong and what to do about it
     * @param cause    what revealed it, if that was an exception
     */
    public InsecureSetup(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
