package exchange.settlement.projections.report;

/** A report was pinned to a position that the view has not reached. Asking again later may answer. */
public final class NotYetKnown extends RuntimeException {

    private final long asked;
    private final long reached;

    NotYetKnown(long asked, long reached) {
        super("The report is pinned to position " + asked + ", but the view knows the log up to " + reached
                + ". Ask again later, or pin it to an earlier position.");
        this.asked = asked;
        this.reached = reached;
    }

    /** The position that was asked for. */
    public long asked() {
        return asked;
    }

    /** The position that the view has reached. */
    public long reached() {
        return reached;
    }
}
