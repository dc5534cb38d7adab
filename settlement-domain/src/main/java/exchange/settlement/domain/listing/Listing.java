package exchange.settlement.domain.listing;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import exchange.settlement.domain.Witness;
import exchange.settlement.domain.listing.CertificateEvent.CertificateClaimed;
import exchange.settlement.domain.listing.ListingCommand.DraftListing;
import exchange.settlement.domain.listing.ListingCommand.PublishListing;
import exchange.settlement.domain.listing.ListingCommand.RecordOpinion;
import exchange.settlement.domain.listing.ListingCommand.RegisterListing;
import exchange.settlement.domain.listing.ListingCommand.ReviseListing;
import exchange.settlement.domain.listing.ListingCommand.SuspendListing;
import exchange.settlement.domain.listing.ListingCommand.WithdrawListing;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A listing: drafted, registered, found compliant, on the shelf. Decides by {@link ListingDecision}. */
@AggregateRoot(type = "listing")
public class Listing {

    @SuppressWarnings("UnusedVariable") // read by the framework
    @AggregateIdentifier
    private @Nullable String stream;

    private @Nullable ListingState state;

    /** For the framework, which replays the events afterwards. */
    protected Listing() {}

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    @Nullable
    ListingState handle(DraftListing command, Witness witness) {
        return decide(command, witness);
    }

    @CommandHandler
    @Nullable
    ListingState handle(RegisterListing command, Witness witness) throws Exception {
        var after = decide(command, witness);
        // Claimed in the same append: whoever comes second with this code finds the certificate's stream begun.
        var claimed = new CertificateClaimed(command.certificate(), command.certificateCode(), command.listing(), command.at());
        AggregateLifecycle.createNew(Certificate.class, () -> new Certificate(claimed));
        return after;
    }

    @CommandHandler
    @Nullable
    ListingState handle(RecordOpinion command, Witness witness) {
        return decide(command, witness);
    }

    @CommandHandler
    @Nullable
    ListingState handle(PublishListing command, Witness witness) {
        return decide(command, witness);
    }

    @CommandHandler
    @Nullable
    ListingState handle(SuspendListing command, Witness witness) {
        return decide(command, witness);
    }

    @CommandHandler
    @Nullable
    ListingState handle(WithdrawListing command, Witness witness) {
        return decide(command, witness);
    }

    @CommandHandler
    @Nullable
    ListingState handle(ReviseListing command, Witness witness) {
        return decide(command, witness);
    }

    @EventSourcingHandler
    void on(ListingEvent event) {
        stream = event.aggregate().stream();
        state = ListingState.after(state, event);
    }

    private @Nullable ListingState decide(ListingCommand command, Witness witness) {
        ListingDecision.decide(state, command, witness).forEach(AggregateLifecycle::apply);
        return state;
    }
}
