package exchange.settlement.projections;

/** Carries out that an event cannot be digested, and why. */
final class PoisonEvent extends RuntimeException {

    private final long position;

    PoisonEvent(long position, String why, Throwable cause) {
        super("Event at position " + position + ": " + why, cause);
        this.position = position;
    }

    long position() {
        return position;
    }
}
