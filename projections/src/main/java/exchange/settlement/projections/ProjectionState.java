package exchange.settlement.projections;

/** What a projection is doing. */
public enum ProjectionState {
    /** It follows the log. */
    RUNNING,
    /** The database or the log did not answer; it tries again by itself. */
    RETRYING,
    /** It met an event that it cannot digest, and waits in front of it until somebody resumes it. */
    POISONED,
    /** It has not been started, or has been stopped. */
    STOPPED
}
