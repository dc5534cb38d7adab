package exchange.settlement.domain.listing;

import exchange.settlement.domain.EventType;
import exchange.settlement.domain.SettlementEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happens to a registration certificate. Written by {@link Certificate} only. */
public sealed interface CertificateEvent extends SettlementEvent {

    /** The certificate. */
    CertificateId certificate();

    @Override
    default CertificateId aggregate() {
        return certificate();
    }

    /** The certificate stands for this listing and for no other. */
    @EventType("certificate.claimed")
    record CertificateClaimed(CertificateId certificate, String code, ListingId listing,
            Instant at) implements CertificateEvent {}

    /** The listing that a certificate stands for, after an event. */
    static ListingId holderAfter(@Nullable ListingId before, CertificateEvent event) {
        return switch (event) {
            case CertificateClaimed e -> e.listing();
        };
    }
}
