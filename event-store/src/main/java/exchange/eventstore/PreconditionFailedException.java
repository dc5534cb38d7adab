package exchange.eventstore;

import org.axonframework.modelling.command.ConcurrencyException;

/**
 * An aggregate that a command looked at has changed since, so the command was decided on a state of the past.
 * <p>
 * Nothing was appended; the command may be decided again.
 */
public class PreconditionFailedException extends ConcurrencyException {

    private final String aggregateId;

    PreconditionFailedException(String aggregateId, String detail) {
        super("Precondition failed on aggregate [" + aggregateId + "]: " + detail);
        this.aggregateId = aggregateId;
    }

    /** The aggregate that has changed. */
    public String aggregateId() {
        return aggregateId;
    }
}
