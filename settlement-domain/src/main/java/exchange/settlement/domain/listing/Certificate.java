package exchange.settlement.domain.listing;

import exchange.settlement.domain.listing.CertificateEvent.CertificateClaimed;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** A registration certificate: exists to make its code unique. Claimed by {@link Listing} in the registering command. */
@AggregateRoot(type = "certificate")
public class Certificate {

    @SuppressWarnings("UnusedVariable") // read by the framework
    @AggregateIdentifier
    private @Nullable String stream;

    /** For the framework, which replays the events afterwards. */
    protected Certificate() {}

    Certificate(CertificateClaimed claimed) {
        AggregateLifecycle.apply(claimed);
    }

    @EventSourcingHandler
    void on(CertificateEvent event) {
        stream = event.certificate().stream();
    }
}
