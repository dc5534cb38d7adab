package exchange.settlement.app.problem;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request that is refused for a known reason. Refusing is ordinary work, so no stack trace is taken. */
public abstract class RequestRefused extends RuntimeException {

    private final transient Problem problem;
    private final transient @Nullable Duration retryAfter;

    protected RequestRefused(Problem problem) {
        this(problem, null);
    }

    /**
     * @param problem    what the client is told
     * @param retryAfter when the same request may succeed, if waiting helps
     */
    protected RequestRefused(Problem problem, @Nullable Duration retryAfter) {
        super(problem.code() + ": " + problem.detail(), null, false, false);
        this.problem = problem;
        this.retryAfter = retryAfter;
    }

    /** What the client is told. */
    public final Problem problem() {
        return problem;
    }

    /** When the same request may succeed, if waiting helps. */
    public final Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
