package exchange.settlement.domain.listing;

import exchange.settlement.domain.AggregateId;
import java.util.UUID;

/**
 * Identifies a registration certificate. It derives from the certificate code, so a code can register one listing only.
 *
 * @param value the id
 */
public record CertificateId(UUID value) implements AggregateId {

    @Override
    public String stream() {
        return "certificate/" + value;
    }
}
