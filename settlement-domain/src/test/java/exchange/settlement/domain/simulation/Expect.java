package exchange.settlement.domain.simulation;

/** What must hold; says what did not, and where. */
final class Expect {

    private Expect() {}

    static void that(boolean holds, String rule, Object where) {
        if (!holds) {
            throw new AssertionError("Broken: " + rule + "\n  at " + where);
        }
    }
}
