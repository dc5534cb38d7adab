package exchange.settlement.domain.member;

import exchange.settlement.domain.AggregateId;
import java.util.UUID;

/**
 * Identifies a member. It derives from the registration number, so a legal entity can be a member only once.
 *
 * @param value the id
 */
public record MemberId(UUID value) implements AggregateId {

    @Override
    public String stream() {
        return "member/" + value;
    }
}
