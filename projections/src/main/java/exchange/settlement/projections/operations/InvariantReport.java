package exchange.settlement.projections.operations;

import java.util.List;

/**
 * What checking the invariants found.
 *
 * @param holds    whether every check holds
 * @param position the position up to which postings and states were compared
 * @param checks   each invariant
 */
public record InvariantReport(boolean holds, long position, List<Check> checks) {

    /**
     * One invariant.
     *
     * @param name   what must be true
     * @param holds  whether it is
     * @param detail how much was looked at, or what breaks it (the first few)
     */
    public record Check(String name, boolean holds, String detail) {}
}
