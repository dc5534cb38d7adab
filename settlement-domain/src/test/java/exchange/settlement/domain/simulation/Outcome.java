package exchange.settlement.domain.simulation;

import exchange.settlement.domain.Rejection;
import org.jspecify.annotations.Nullable;

/** What became of a command. */
public sealed interface Outcome {

    /**
     * It was decided now.
     *
     * @param state what the aggregate answered with
     */
    record Done(@Nullable Object state) implements Outcome {}

    /** It had its effect before, and has none now. */
    record Repeated() implements Outcome {}

    /** It was refused, and left nothing. */
    record Refused(Rejection rejection) implements Outcome {}
}
