package exchange.settlement.domain.proposal;

import exchange.settlement.domain.AggregateId;
import java.util.UUID;

/**
 * Identifies a proposal.
 *
 * @param value the id
 */
public record ProposalId(UUID value) implements AggregateId {

    @Override
    public String stream() {
        return "proposal/" + value;
    }
}
