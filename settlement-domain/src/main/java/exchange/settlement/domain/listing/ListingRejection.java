package exchange.settlement.domain.listing;

import exchange.settlement.domain.Rejection;
import java.time.LocalDate;

/** The refusals of listings. */
public final class ListingRejection {

    private ListingRejection() {}

    /** The listing is not on the shelf. */
    public static Rejection notLive(ListingState listing) {
        return Rejection.conflict("listing.not-live",
                "The listing is " + listing.status() + "; only a LIVE listing can be ordered. Choose another one.");
    }

    /** The buyer looked at other terms than the ones that hold now. */
    public static Rejection versionChanged(ListingState listing, int asked) {
        return Rejection.conflict("listing.version-changed", "The terms of the listing are at version " + listing.termsVersion()
                + ", not " + asked + ". Read the listing again and order the version you agree to.");
    }

    /** No passing compliance opinion holds on the date. */
    public static Rejection opinionExpired(ListingState listing, LocalDate date) {
        var opinion = listing.opinion();
        var found = opinion == null
                ? "there is none"
                : "the newest one is " + opinion.conclusion() + " until " + opinion.expiresOn();
        return Rejection.conflict("listing.opinion-expired",
                "On " + date + " the listing needs a passing compliance opinion; " + found + ". Have a new opinion recorded.");
    }

    /** The opinion has expired before it is recorded. */
    static Rejection opinionOver(LocalDate expiresOn, LocalDate today) {
        return Rejection.conflict("listing.opinion-expired",
                "The opinion expired on " + expiresOn + ", and it is " + today + ". Record one that still holds.");
    }

    static Rejection wrongStatus(ListingState listing, String act) {
        return Rejection.conflict("listing.wrong-status",
                "The listing is " + listing.status() + "; in this status it cannot be " + act + ".");
    }

    static Rejection certificateUsed() {
        return Rejection.conflict("listing.certificate-used",
                "This certificate code registers another listing already. Check the code.");
    }

    static Rejection notTheAssessor(String why) {
        return Rejection.unprocessable("listing.assessor-unfit", why);
    }

    static Rejection priceUnchanged() {
        return Rejection.conflict("listing.terms-unchanged",
                "The listing has exactly these terms already. Nothing is to be done.");
    }
}
