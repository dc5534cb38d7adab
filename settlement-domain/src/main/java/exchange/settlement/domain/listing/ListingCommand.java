package exchange.settlement.domain.listing;

import exchange.settlement.domain.ClientId;
import exchange.settlement.domain.Command;
import exchange.settlement.domain.TextId;
import exchange.settlement.domain.member.MemberId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What can be asked of a listing. */
public sealed interface ListingCommand extends Command {

    /** The listing that is asked. */
    ListingId listing();

    @Override
    default ListingId target() {
        return listing();
    }

    /** A marketplace begins a listing for a provider that mandated it to sell. */
    record DraftListing(ListingId listing, ClientId client, MemberId provider, String name, ProductType productType,
            Sector sector, DataOrigin origin, Territory territory, String base, Pricing pricing,
            Instant at) implements ListingCommand {}

    /** An operator enters the registration: the certificate and the scenario it is for. */
    record RegisterListing(ListingId listing, CertificateId certificate, String certificateCode, String scenario,
            Instant at) implements ListingCommand {}

    /** An operator enters what a third party found. */
    record RecordOpinion(ListingId listing, ComplianceOpinion.Conclusion conclusion, MemberId issuedBy, LocalDate expiresOn,
            @Nullable TextId conditions, Instant at) implements ListingCommand {}

    /** An operator puts the listing on the shelf, or back on it. */
    record PublishListing(ListingId listing, Instant at) implements ListingCommand {}

    /** An operator takes the listing off the shelf for a while. */
    record SuspendListing(ListingId listing, @Nullable TextId reason, Instant at) implements ListingCommand {}

    /** The listing's marketplace, or an operator (then no client is named), takes it off the shelf for good. */
    record WithdrawListing(ListingId listing, @Nullable ClientId client, @Nullable TextId reason,
            Instant at) implements ListingCommand {}

    /** The listing's marketplace sets a new price: a new version of the terms, which placed orders never see. */
    record ReviseListing(ListingId listing, ClientId client, Pricing pricing, Instant at) implements ListingCommand {}
}
